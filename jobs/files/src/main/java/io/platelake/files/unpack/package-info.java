/** Packed files: gzip, zstd and zip, within limits. */
package io.platelake.files.unpack;
