package io.platelake.files.unpack;

import java.io.Serializable;

/**
 * What a packed file may unpack to. Reads as text shrink to a twentieth or a fiftieth at best; a
 * file that grows a thousandfold was made to fill a disk or a heap.
 *
 * @param bytes unpacked, at most
 * @param ratio unpacked to packed, at most
 * @param free unpacked bytes below which the ratio is not looked at
 * @param entries of a zip file, at most
 */
public record UnpackLimits(long bytes, long ratio, long free, int entries) implements Serializable {
  public static final UnpackLimits DEFAULT = new UnpackLimits(64L << 30, 250, 16L << 20, 100_000);
}
