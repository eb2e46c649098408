package io.platelake.core.picture;

/** Why a picture that came with a read is not kept. It never costs the read. */
public enum PictureLoss {
  /** The policy, or the feed, does not let it be kept: it was not decoded. */
  NOT_ALLOWED,
  /**
   * Another of its kind came with the read, or nothing says to which of several reads it belongs.
   */
  AMBIGUOUS,
  /** Its read is not kept, or repeats an event. */
  READ_NOT_KEPT,
  /** The policy's own limit for pictures is over, or would be before the next purge is done. */
  EXPIRED,
  /** Above {@link Picture#LARGEST}. */
  TOO_LARGE,
  /** No base64, or no text at all. */
  NOT_BASE64,
  /** Its first bytes are none of JPEG, PNG and WebP. */
  NO_PICTURE
}
