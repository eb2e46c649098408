package io.platelake.app.land;

import io.platelake.core.feed.ParsedRead;
import io.platelake.core.feed.Picture;
import io.platelake.core.feed.PictureLoss;
import io.platelake.core.land.Fate;
import io.platelake.core.land.RecordPosition;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Gives every picture of a read its row or its loss. A picture is decoded last, when nothing else
 * speaks against it; whatever is wrong with it, the read is kept.
 */
final class ImageTask {
  private final FateRows.Recipe recipe;
  private final RowBlock rows = new RowBlock();
  private ImageRowWriter row;

  ImageTask(FateRows.Recipe recipe) {
    this.recipe = recipe;
  }

  /**
   * @param fate of the read
   * @param full takes blocks of rows as they fill
   */
  void take(
      ParsedRead.Read read,
      Fate fate,
      RecordPosition place,
      PartAccount account,
      Consumer<LandedBlock> full) {
    PictureLoss all = loss(read, fate);
    if (all != null) {
      account.picturesLost(all, read.pictures().size());
      return;
    }
    Instant expires = recipe.rules().imagesExpire(read.read().capturedAt()).orElse(null);
    for (Picture picture : read.pictures()) {
      Picture.Decoded decoded = picture.decode();
      if (decoded instanceof Picture.Decoded.Lost lost) {
        account.picturesLost(lost.why(), 1);
      } else {
        add(place, read, picture, (Picture.Decoded.Image) decoded, expires);
        account.pictureKept();
      }
      if (rows.isFull()) {
        full.accept(rows.takeImages());
      }
    }
  }

  void end(Consumer<LandedBlock> rest) {
    if (!rows.isEmpty()) {
      rest.accept(rows.takeImages());
    }
  }

  /** Why none of a read's pictures is kept; null when that does not speak against them. */
  private PictureLoss loss(ParsedRead.Read read, Fate fate) {
    if (!recipe.feed().keepsImages()) {
      return PictureLoss.NOT_ALLOWED;
    }
    if (fate != Fate.KEPT) {
      return PictureLoss.READ_NOT_KEPT;
    }
    boolean late =
        recipe
            .rules()
            .imagesExpire(read.read().capturedAt())
            .filter(recipe.rules()::isTooLate)
            .isPresent();
    return late ? PictureLoss.EXPIRED : null;
  }

  private void add(
      RecordPosition place,
      ParsedRead.Read read,
      Picture picture,
      Picture.Decoded.Image image,
      Instant expires) {
    if (row == null) {
      row = new ImageRowWriter(recipe);
    }
    rows.add(place, row.of(read.read(), picture.kind(), image, expires));
  }
}
