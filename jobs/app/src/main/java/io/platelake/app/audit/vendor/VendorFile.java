package io.platelake.app.audit.vendor;

import io.platelake.app.job.option.InputFiles;
import io.platelake.core.BadInput;
import io.platelake.core.vendorlog.LogAccount;
import io.platelake.core.vendorlog.LogLayout;
import io.platelake.core.vendorlog.LogRow;
import io.platelake.core.vendorlog.VendorLayouts;
import io.platelake.core.vendorlog.VendorLog;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A file that a vendor handed out. */
final class VendorFile {
  private static final int START = 5;

  private VendorFile() {}

  /**
   * The layout of that name, or of a file of one's own.
   *
   * @param option named in errors
   * @throws BadInput if there is no such layout
   */
  static LogLayout layout(String given, String option) {
    if (given.endsWith(".yaml")) {
      return LogLayout.read(InputFiles.text(Path.of(given)), given);
    }
    return VendorLayouts.find(given)
        .orElseThrow(
            () ->
                new BadInput(
                    option,
                    "there is no such layout",
                    "Use one of "
                        + String.join(", ", VendorLayouts.names())
                        + ", or a file ending in .yaml."));
  }

  /**
   * @throws BadInput if it is no file of text, or does not begin with a header of the layout
   */
  static LogAccount read(Path file, LogLayout layout, Consumer<LogRow> take) throws IOException {
    if (Files.isDirectory(file)) {
      throw new BadInput("File " + file, "it is a folder", "Name the files in it.");
    }
    InputFiles.requireThere(file);
    try (InputStream in = Files.newInputStream(file)) {
      String start = new String(in.readNBytes(START), StandardCharsets.ISO_8859_1);
      if (start.startsWith("PK")) {
        throw new BadInput(
            "File " + file, "it is a workbook or a zip", "Save each sheet of it as CSV (UTF-8).");
      }
      if (start.startsWith("%PDF")) {
        throw new BadInput("File " + file, "it is a PDF", "Ask for the CSV, or make one from it.");
      }
    }
    return VendorLog.read(
        () -> new BufferedInputStream(Files.newInputStream(file)), layout, file.toString(), take);
  }
}
