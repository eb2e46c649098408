/** Rewriting partitions into fewer, sorted files. */
package io.platelake.lake.compact;
