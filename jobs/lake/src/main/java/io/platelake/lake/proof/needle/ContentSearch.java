package io.platelake.lake.proof.needle;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Content that comes as a stream: unpacked as often as it is packed, JSON entered, and every byte
 * put under the needles. Formats that hide their bytes and cannot be undone here are told as
 * unread.
 */
final class ContentSearch {
  private static final int DEEPEST = 4;
  private static final int SNIFF = 4096;

  private final FileHits hits;

  ContentSearch(FileHits hits) {
    this.hits = hits;
  }

  /**
   * @param prefix how this content was reached: empty, or such as {@code gzip}
   */
  void search(InputStream stream, String prefix, int depth) throws IOException {
    BufferedInputStream in = new Unclosed(stream);
    in.mark(SNIFF);
    byte[] head = in.readNBytes(SNIFF);
    in.reset();
    Magic magic = Magic.of(head);
    if (magic.packed() && depth < DEEPEST) {
      unpack(magic, in, prefix, depth);
      return;
    }
    if (magic.opaque() || magic.packed()) {
      hits.unread(inside(prefix, magic.label()) + " is not decoded");
    }
    plain(in, magic, prefix);
  }

  private void unpack(Magic magic, InputStream in, String prefix, int depth) throws IOException {
    String place = inside(prefix, magic.label());
    try {
      switch (magic) {
        case GZIP -> {
          try (InputStream unpacked = new GZIPInputStream(in)) {
            search(unpacked, place, depth + 1);
          }
        }
        case ZSTD -> {
          try (InputStream unpacked = new ZstdInputStream(in)) {
            search(unpacked, place, depth + 1);
          }
        }
        default -> {
          try (ZipInputStream zip = new ZipInputStream(in)) {
            entries(zip, place, depth + 1);
          }
        }
      }
    } catch (IOException e) {
      hits.unread(place + " ends early or is damaged (" + e.getClass().getSimpleName() + ")");
    }
  }

  private void entries(ZipInputStream zip, String prefix, int depth) throws IOException {
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      hits.text(() -> inside(prefix, "entry name"), entry.getName());
      search(zip, prefix, depth);
    }
  }

  private void plain(InputStream in, Magic magic, String prefix) throws IOException {
    boolean isText = magic == Magic.JSON || magic == Magic.TEXT;
    NeedleSearch raw = new NeedleSearch(hits.forms);
    raw.start(isText, hits.rawSink(inside(prefix, isText ? "text" : "raw bytes")));
    SearchedStream under = new SearchedStream(in, raw);
    if (magic == Magic.JSON) {
      new JsonSearch(hits).search(under, inside(prefix, "field"));
    }
    under.drain();
  }

  /** A decoder may close what it reads from; whoever opened the file closes it. */
  private static final class Unclosed extends BufferedInputStream {
    Unclosed(InputStream in) {
      super(in, 1 << 16);
    }

    @Override
    public void close() {}
  }

  private static String inside(String prefix, String place) {
    return prefix.isEmpty() ? place : prefix + " > " + place;
  }
}
