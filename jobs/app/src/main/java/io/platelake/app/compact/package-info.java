/** Files of partitions that no longer change: few, and sorted by plate. */
package io.platelake.app.compact;
