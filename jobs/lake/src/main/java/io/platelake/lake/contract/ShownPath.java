package io.platelake.lake.contract;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A path as a certificate may show it. A name can be a plate, and a certificate stays for good. So
 * only names that this platform, Spark and Delta give are shown; of others their length is.
 */
public final class ShownPath {
  private static final List<Pattern> OWN =
      List.of(
          Pattern.compile("[a-z]+(_[a-z]+)*"),
          Pattern.compile("_(delta_log|staged_commits|sidecars|commits|last_checkpoint|SUCCESS)"),
          Pattern.compile("purpose=[a-z_]{1,32}"),
          Pattern.compile("date=[0-9]{4}-[0-9]{2}-[0-9]{2}"),
          Pattern.compile("(hold|list|snapshot|feed)_id=[A-Za-z0-9._:-]{1,128}"),
          Pattern.compile(
              "\\.?part-[0-9]{5}-[0-9a-f-]{36}([.-]c[0-9]{3})?(\\.(zstd|snappy|gz|lz4))?"
                  + "\\.parquet(\\.crc)?"),
          Pattern.compile(
              "\\.?[0-9]{20}(\\.[0-9]{10}){0,2}\\.(json|crc|checkpoint(\\.[0-9a-f-]{36})?"
                  + "(\\.[0-9]{10}){0,2}\\.(parquet|json))(\\.crc)?"),
          Pattern.compile("[0-9]{6}\\.json"));

  private ShownPath() {}

  /** The last name of a path, after its folder as it is. */
  public static String file(String path) {
    int name = path.lastIndexOf('/') + 1;
    return path.substring(0, name) + of(path.substring(name));
  }

  /** The path, each name of no known form as its length. */
  public static String of(String path) {
    return Arrays.stream(path.split("/", -1)).map(ShownPath::name).collect(Collectors.joining("/"));
  }

  private static String name(String name) {
    return name.isEmpty() || OWN.stream().anyMatch(form -> form.matcher(name).matches())
        ? name
        : "(a name of " + name.codePointCount(0, name.length()) + " characters)";
  }
}
