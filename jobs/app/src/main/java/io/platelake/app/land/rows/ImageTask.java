package io.platelake.app.land.rows;

import io.platelake.core.feed.ParsedRead;
import io.platelake.core.feed.ReadIdentity;
import io.platelake.core.land.Fate;
import io.platelake.core.land.RecordPosition;
import io.platelake.core.picture.Picture;
import io.platelake.core.picture.PictureLoss;
import java.time.Instant;
import java.util.Optional;
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
    Optional<PictureLoss> all = loss(read, fate);
    if (all.isPresent()) {
      account.picturesLost(all.get(), read.pictures().size());
      return;
    }
    Optional<Instant> expires = recipe.rules().imagesExpire(read.read().capturedAt());
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

  /** Why none of a read's pictures is kept; empty when each is judged by itself. */
  private Optional<PictureLoss> loss(ParsedRead.Read read, Fate fate) {
    if (!recipe.feed().keepsImages()) {
      return Optional.of(PictureLoss.NOT_ALLOWED);
    }
    if (fate != Fate.KEPT) {
      return Optional.of(PictureLoss.READ_NOT_KEPT);
    }
    return recipe
        .rules()
        .imagesExpire(read.read().capturedAt())
        .filter(recipe.rules()::isTooLate)
        .map(late -> PictureLoss.EXPIRED);
  }

  private void add(
      RecordPosition place,
      ParsedRead.Read read,
      Picture picture,
      Picture.Decoded.Image image,
      Optional<Instant> expires) {
    if (row == null) {
      row = new ImageRowWriter(recipe);
    }
    ReadIdentity id = recipe.identity(read.read());
    rows.add(place, row.of(read.read(), id, picture.kind(), image, expires), id);
  }
}
