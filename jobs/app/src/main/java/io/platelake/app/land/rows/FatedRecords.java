package io.platelake.app.land.rows;

import io.platelake.core.feed.ParsedRead;
import io.platelake.core.feed.RecordResult;
import io.platelake.core.land.Fate;
import io.platelake.core.land.QuarantineCause;
import io.platelake.core.land.RecordPosition;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

/** Gives the records of one task their fate, and collects their rows in blocks as they fill. */
final class FatedRecords {
  private final Deque<LandedBlock> ready = new ArrayDeque<>();
  private final Map<Fate, RowBlock> blocks = new EnumMap<>(Fate.class);
  private final FateRows rows;
  private final ImageTask images;

  FatedRecords(FateRows.Recipe recipe) {
    this.rows = new FateRows(recipe);
    this.images = new ImageTask(recipe);
  }

  /** What follows is of this part of a file, see {@link FateRows#open}. */
  void open(String digest, String fileName, long part, long firstByte) {
    rows.open(digest, fileName, part, firstByte);
  }

  boolean isReady() {
    return !ready.isEmpty();
  }

  /** The next full block. */
  LandedBlock remove() {
    return ready.remove();
  }

  void take(RecordResult outcome, RecordPosition place, PartAccount account) {
    FateRows.Fated fated = rows.of(outcome);
    account.found();
    account.fated(fated.fate(), fated.reason());
    if (fated.fate() == Fate.QUARANTINED) {
      account.quarantined(QuarantineCause.of(fated.reason(), ((FateRows.Stored) fated).fault()));
    }
    noteCapture(outcome.parsed(), account);
    if (outcome.parsed() instanceof ParsedRead.Defect defect && defect.word() != null) {
      account.withoutPlate(defect.word());
    }
    if (fated instanceof FateRows.Stored stored) {
      if (outcome.parsed() instanceof ParsedRead.Read read && stored.fate() != Fate.QUARANTINED) {
        account.captured(stored.date(), read.read().capturedAt());
      }
      RowBlock block = blocks.computeIfAbsent(stored.fate(), f -> new RowBlock());
      block.add(place, stored.row(), stored.read());
      if (block.isFull()) {
        ready.add(block.take(stored.fate()));
      }
    }
    if (outcome.parsed() instanceof ParsedRead.Read read && !read.pictures().isEmpty()) {
      images.take(read, fated.fate(), place, account, ready::add);
    }
  }

  /** Not every damaged record states when it was captured. */
  private static void noteCapture(ParsedRead parsed, PartAccount account) {
    if (parsed instanceof ParsedRead.Read read) {
      account.stated(read.read().capturedAt());
    } else if (parsed instanceof ParsedRead.Defect defect && defect.capturedAt() != null) {
      account.stated(defect.capturedAt());
    }
  }

  /** The blocks that are not full, after the last record. */
  void end() {
    blocks.forEach(
        (fate, block) -> {
          if (!block.isEmpty()) {
            ready.add(block.take(fate));
          }
        });
    images.end(ready::add);
  }

  /** What follows the rows. */
  void add(LandedBlock.Accounts accounts) {
    ready.add(accounts);
  }
}
