package io.platelake.core.picture;

import java.io.Serializable;
import java.util.List;

/**
 * The place of a picture in a record, as base64.
 *
 * @param path names from the read down, as of any field
 */
public record PictureSource(PictureKind kind, List<String> path) implements Serializable {
  public PictureSource {
    path = List.copyOf(path);
  }
}
