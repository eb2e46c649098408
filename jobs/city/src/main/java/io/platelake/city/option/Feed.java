package io.platelake.city.option;

/** The feeds that can be generated, each one vendor's format with one purpose. */
public enum Feed {
  /** OpenALPR agent webhook, {@code alpr_group} version 3, one JSON document a line. */
  OPENALPR("openalpr", "criminal", "jsonl", 2),
  /** Plate Recognizer Stream webhook, one JSON document a line. */
  PLATERECOGNIZER("platerecognizer", "criminal", "jsonl", 1),
  /** A traffic counter's own CSV: local time, percent, state names. */
  CSV("csv", "traffic", "csv", 1);

  private final String id;
  private final String purpose;
  private final String extension;
  private final int cameraShare;

  Feed(String id, String purpose, String extension, int cameraShare) {
    this.id = id;
    this.purpose = purpose;
    this.extension = extension;
    this.cameraShare = cameraShare;
  }

  /** Names the folder of its files and its definition. */
  public String id() {
    return id;
  }

  public String purpose() {
    return purpose;
  }

  public String extension() {
    return extension;
  }

  /** Weight when cameras are dealt out to feeds. */
  public int cameraShare() {
    return cameraShare;
  }
}
