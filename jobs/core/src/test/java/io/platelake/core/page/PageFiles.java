package io.platelake.core.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes the pages and editor schemas of the files that people write; {@code make schemas}. */
final class PageFiles {
  private PageFiles() {}

  /** Content by name of the file. */
  static Map<String, String> all() {
    return Map.of(
        "FILES.md", FilesPage.page(),
        "REASONS.md", ReasonsPage.page(),
        "DENIALS.md", io.platelake.core.access.DenialsPage.page(),
        "feed.schema.json", EditorSchemas.feed(),
        "hotlist.schema.json", EditorSchemas.hotlist(),
        "hold.schema.json", EditorSchemas.hold());
  }

  /** Takes the {@code schemas} folder as its one argument. */
  public static void main(String[] args) throws IOException {
    for (Map.Entry<String, String> file : all().entrySet()) {
      Files.writeString(Path.of(args[0], file.getKey()), file.getValue());
    }
  }
}
