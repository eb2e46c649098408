package io.platelake.lake.proof.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.lake.proof.needle.NeedleScanner;
import io.platelake.lake.proof.needle.Needles;
import io.platelake.lake.proof.needle.ScanReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A name that is no text is made by another program, since Java makes only names that are. */
@Tag("process")
class OddFilesTest {
  @TempDir Path folder;

  @Test
  void shouldReadFilesWhoseNamesAreNoTextAndNamePipes() throws Exception {
    shell("printf 'seen ABC1234' > \"$(printf 'bad\\377name')\"");
    shell("mkdir \"$(printf 'dir\\377')\" && printf 'XYZ9876' > \"$(printf 'dir\\377')\"/inner");
    shell("mkfifo pipe");
    Files.writeString(folder.resolve("plain"), "nothing");

    FileListing listing = FileListing.of(local(), hadoop());
    assertEquals(List.of("plain"), List.copyOf(listing.files().keySet()));
    assertEquals(3, listing.odd().size());

    ScanReport report =
        NeedleScanner.scan(local(), hadoop(), Needles.of(List.of("ABC1234", "XYZ9876"), List.of()));
    assertEquals(2, report.hits().size());
    assertEquals(List.of("pipe"), report.unread().stream().map(ScanReport.Unread::path).toList());
    assertEquals(4, report.files());
    assertTrue(report.unread().get(0).reason().contains("no regular file"));
  }

  private void shell(String command) throws IOException, InterruptedException {
    Process shell =
        new ProcessBuilder("sh", "-c", command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, shell.waitFor(), said);
  }

  private static FileSystem local() throws IOException {
    return FileSystem.getLocal(new Configuration());
  }

  private org.apache.hadoop.fs.Path hadoop() {
    return new org.apache.hadoop.fs.Path(folder.toUri());
  }
}
