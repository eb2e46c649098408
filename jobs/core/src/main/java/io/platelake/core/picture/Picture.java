package io.platelake.core.picture;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A picture as it came with a read: base64, not decoded unless it is kept, or bytes of a part of a
 * multipart body.
 *
 * @param kind what it shows
 * @param base64 its text; null where it is none, or only that there was something is known
 * @param bytes of a part; null where it is none
 * @param loss why it is lost already; null where it is not
 */
public record Picture(PictureKind kind, String base64, byte[] bytes, PictureLoss loss) {
  /** Largest picture in bytes; makers send 10 to 60 kB, a whole scene up to some hundred. */
  public static final int LARGEST = 2 * 1024 * 1024;

  /** A prefix {@code data:image/jpeg;base64,} is not longer. */
  private static final int LONGEST_PREFIX = 64;

  private static final int KINDS = PictureKind.values().length;

  /** By the kinds there are, a bit each. */
  private static final List<List<Picture>> UNDECODED =
      IntStream.range(0, 1 << KINDS).mapToObj(found -> List.copyOf(undecoded(found))).toList();

  public Picture {
    Objects.requireNonNull(kind, "kind");
  }

  /**
   * A picture in a record.
   *
   * @param base64 its text; null where only that there was something is known
   */
  public Picture(PictureKind kind, String base64) {
    this(kind, base64, null, null);
  }

  /** A part of a multipart body. */
  public static Picture part(PictureKind kind, byte[] bytes) {
    return new Picture(kind, null, bytes, null);
  }

  /** A picture that is not kept, whatever it shows. */
  public static Picture lost(PictureKind kind, PictureLoss why) {
    return new Picture(kind, null, null, why);
  }

  /** What became of decoding. */
  public sealed interface Decoded {
    /**
     * A picture by its first bytes.
     *
     * @param mediaType such as {@code image/jpeg}
     */
    record Image(String mediaType, byte[] bytes) implements Decoded {
      @Override
      public String toString() {
        return "Image[" + mediaType + "]";
      }
    }

    /** No picture that can be kept. */
    record Lost(PictureLoss why) implements Decoded {}
  }

  /** The picture's bytes, or why there are none. */
  public Decoded decode() {
    if (loss != null) {
      return new Decoded.Lost(loss);
    }
    if (bytes != null) {
      return image(bytes);
    }
    if (base64 == null) {
      return new Decoded.Lost(PictureLoss.NOT_BASE64);
    }
    // Blanks of folded lines come on top: four characters are three bytes, and never more.
    String text = withoutBlanks(withoutPrefix(base64));
    if (text.length() / 4 * 3L > LARGEST + 3L) {
      return new Decoded.Lost(PictureLoss.TOO_LARGE);
    }
    try {
      boolean url = text.indexOf('-') >= 0 || text.indexOf('_') >= 0;
      return image(
          (url ? Base64.getUrlDecoder() : Base64.getDecoder())
              .decode(text.getBytes(StandardCharsets.ISO_8859_1)));
    } catch (IllegalArgumentException e) {
      // Its message quotes the text, so the exception goes no further.
      return new Decoded.Lost(PictureLoss.NOT_BASE64);
    }
  }

  private static Decoded image(byte[] decoded) {
    if (decoded.length > LARGEST) {
      return new Decoded.Lost(PictureLoss.TOO_LARGE);
    }
    String mediaType = mediaType(decoded);
    return mediaType == null
        ? new Decoded.Lost(PictureLoss.NO_PICTURE)
        : new Decoded.Image(mediaType, decoded);
  }

  /** States nothing of the picture. */
  @Override
  public String toString() {
    return "Picture[" + kind + "]";
  }

  /**
   * The pictures of a read: of each kind what stands in its place, null where nothing does. Where
   * none is decoded, which is the common case, nothing is made.
   */
  public static List<Picture> of(JsonNode plate, JsonNode vehicle, JsonNode scene) {
    JsonNode[] places = {plate, vehicle, scene};
    int found = 0;
    boolean decoded = false;
    for (int kind = 0; kind < KINDS; kind++) {
      if (isThere(places[kind])) {
        found |= 1 << kind;
        decoded |= places[kind].isTextual();
      }
    }
    if (!decoded) {
      return UNDECODED.get(found);
    }
    List<Picture> pictures = new ArrayList<>();
    for (int kind = 0; kind < KINDS; kind++) {
      if ((found & 1 << kind) != 0) {
        pictures.add(new Picture(PictureKind.values()[kind], places[kind].textValue()));
      }
    }
    return List.copyOf(pictures);
  }

  private static boolean isThere(JsonNode place) {
    return place != null && !place.isNull() && !(place.isTextual() && place.textValue().isBlank());
  }

  private static List<Picture> undecoded(int found) {
    return Arrays.stream(PictureKind.values())
        .filter(kind -> (found & 1 << kind.ordinal()) != 0)
        .map(kind -> new Picture(kind, null))
        .toList();
  }

  private static String withoutPrefix(String text) {
    if (!text.startsWith("data:")) {
      return text;
    }
    int comma = text.indexOf(',');
    return comma > 0 && comma <= LONGEST_PREFIX ? text.substring(comma + 1) : text;
  }

  private static String withoutBlanks(String text) {
    return text.chars().noneMatch(Character::isWhitespace) ? text : text.replaceAll("\\s+", "");
  }

  private static String mediaType(byte[] b) {
    if (startsWith(b, 0, 0xFF, 0xD8, 0xFF)) {
      return "image/jpeg";
    }
    if (startsWith(b, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
      return "image/png";
    }
    boolean webp = startsWith(b, 0, 'R', 'I', 'F', 'F') && startsWith(b, 8, 'W', 'E', 'B', 'P');
    return webp ? "image/webp" : null;
  }

  private static boolean startsWith(byte[] bytes, int at, int... magic) {
    if (bytes.length < at + magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((bytes[at + i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
