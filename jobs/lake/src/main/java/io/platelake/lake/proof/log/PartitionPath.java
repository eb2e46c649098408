package io.platelake.lake.proof.log;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Reads {@code column=value} folders and the URI form of paths in a log. */
public final class PartitionPath {
  private PartitionPath() {}

  /** Column to value of every {@code column=value} part; values unescaped. */
  public static Map<String, String> values(String folder) {
    Map<String, String> values = new HashMap<>();
    for (String part : folder.split("/")) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        values.put(part.substring(0, equals), unescaped(part.substring(equals + 1)));
      }
    }
    return values;
  }

  /** A relative path without escapes; a path with a scheme or a leading slash stays as it is. */
  static String decodedUri(String path) {
    try {
      URI uri = new URI(path);
      return uri.isAbsolute() || path.startsWith("/") ? path : uri.getPath();
    } catch (URISyntaxException e) {
      return path;
    }
  }

  private static String unescaped(String value) {
    try {
      return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return value;
    }
  }
}
