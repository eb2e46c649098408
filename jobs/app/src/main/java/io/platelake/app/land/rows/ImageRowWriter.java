package io.platelake.app.land.rows;

import static io.platelake.app.land.rows.FateRows.text;

import io.platelake.app.job.Sha256;
import io.platelake.core.feed.CanonicalRead;
import io.platelake.core.feed.ReadIdentity;
import io.platelake.core.picture.Picture;
import io.platelake.core.picture.PictureKind;
import java.time.Instant;
import java.util.Optional;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;

/** A row of {@code images}, made again and again for one picture after the other. */
final class ImageRowWriter {
  private final PartitionedRowWriter row;
  private final int kind;
  private final int mediaType;
  private final int bytes;
  private final int sha256;

  ImageRowWriter(FateRows.Recipe recipe) {
    row = new PartitionedRowWriter(recipe, recipe.images());
    kind = row.index("kind");
    mediaType = row.index("media_type");
    bytes = row.index("bytes");
    sha256 = row.index("sha256");
  }

  /**
   * @param expires when the picture must be gone; empty without a maximum
   */
  UnsafeRow of(
      CanonicalRead read,
      ReadIdentity id,
      PictureKind of,
      Picture.Decoded.Image image,
      Optional<Instant> expires) {
    row.set(kind, text(of.word()));
    row.set(mediaType, text(image.mediaType()));
    row.set(bytes, image.bytes());
    row.set(sha256, text(Sha256.of(image.bytes())));
    return row.of(read, id, expires, FateRows.date(read.capturedAt()));
  }
}
