package io.platelake.core.picture;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Pictures that were posted beside a document, given to the reads of the document. */
public final class PostedPictures {
  private PostedPictures() {}

  /**
   * The pictures of one read, with at most one of a kind that is not lost.
   *
   * @param own pictures in the document itself, which come first
   * @param posted pictures beside it
   * @param alone whether the document holds no other read; a crop beside several is of none of them
   */
  public static List<Picture> of(List<Picture> own, List<Picture> posted, boolean alone) {
    List<Picture> all = new ArrayList<>(own);
    Set<PictureKind> taken = EnumSet.noneOf(PictureKind.class);
    own.forEach(picture -> taken.add(picture.kind()));
    for (Picture picture : posted) {
      boolean isItsOwn = alone || picture.kind() == PictureKind.SCENE;
      all.add(
          isItsOwn && taken.add(picture.kind())
              ? picture
              : Picture.lost(picture.kind(), PictureLoss.AMBIGUOUS));
    }
    return all;
  }
}
