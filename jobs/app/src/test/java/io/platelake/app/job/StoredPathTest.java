package io.platelake.app.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.app.job.option.InputFiles;
import io.platelake.app.job.option.StoredPath;
import io.platelake.core.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredPathTest {
  @TempDir private Path folder;

  @Test
  void shouldReadAFileThatAUriNames() throws IOException {
    Files.writeString(folder.resolve("feed.yaml"), "id: north");
    for (String root : new String[] {"", "file:", "file://"}) {
      Path given = Path.of(root + folder + "/feed.yaml");
      assertEquals("id: north", InputFiles.text(given), root);
      assertEquals(9, new StoredPath(given).size());
      assertTrue(new StoredPath(given).isFile());
      assertFalse(new StoredPath(given.getParent()).isFile());
      assertThrows(BadInput.class, () -> InputFiles.text(given.resolveSibling("other.yaml")));
    }
  }
}
