/** From bytes to records, and from records to trees of names and values. */
package io.platelake.core.record;
