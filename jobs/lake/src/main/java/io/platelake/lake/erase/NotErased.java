package io.platelake.lake.erase;

import java.io.IOException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** A file that must go is still there: the store did not delete it. */
public final class NotErased extends IOException {
  private static final long serialVersionUID = 1L;

  private NotErased(String file, String why, Throwable cause) {
    super(
        "File "
            + file
            + ": the store did not delete it"
            + why
            + ". Let the user of the platform delete in its folder, and run this again.",
        cause);
  }

  /**
   * Deletes a file, or says which one stays.
   *
   * @param shown its path as a message may show it
   */
  public static void delete(FileSystem fs, Path file, String shown) throws NotErased {
    try {
      if (!fs.delete(file, false) && fs.exists(file)) {
        throw new NotErased(shown, "", null);
      }
    } catch (NotErased e) {
      throw e;
    } catch (IOException e) {
      throw new NotErased(shown, " (" + e.getClass().getSimpleName() + ")", e);
    }
  }
}
