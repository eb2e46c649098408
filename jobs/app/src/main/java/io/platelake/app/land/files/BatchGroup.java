package io.platelake.app.land.files;

import io.platelake.core.feed.FeedDefinition;
import io.platelake.lake.table.CommitKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Batches that land together, one a feed, all of one purpose: each table takes the rows of all in
 * one commit. So a hundred feeds of a few files cost as many commits as one.
 *
 * <p>The files of all have numbers of one row: those of the first batch come first.
 *
 * @param members at least one; several only where none of them has to land alone
 */
public record BatchGroup(List<FeedBatch> members) {
  public BatchGroup {
    members = List.copyOf(members);
    if (members.isEmpty() || members.size() > 1 && !members.stream().allMatch(BatchGroup::joins)) {
      throw new IllegalArgumentException("batches that cannot land together");
    }
    String purpose = members.get(0).feed().purpose();
    if (!members.stream().allMatch(member -> member.feed().purpose().equals(purpose))) {
      throw new IllegalArgumentException("batches of several purposes");
    }
  }

  public static BatchGroup of(FeedDefinition feed, Batch batch) {
    return new BatchGroup(List.of(new FeedBatch(feed, batch)));
  }

  /** Whether a batch may be one of several. */
  public static boolean joins(FeedBatch member) {
    return !member.isAlone();
  }

  public String purpose() {
    return members.get(0).feed().purpose();
  }

  /** The batch of a group of one. */
  public FeedBatch only() {
    if (isOfSeveral()) {
      throw new IllegalStateException("a group of " + members.size() + " batches");
    }
    return members.get(0);
  }

  public boolean isOfSeveral() {
    return members.size() > 1;
  }

  /** Agencies of the feeds. */
  public Set<String> agencies() {
    return members.stream()
        .map(member -> member.feed().agency())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Files of all, by their number. */
  public List<RawFile> files() {
    return members.stream().flatMap(member -> member.batch().files().stream()).toList();
  }

  /** The number of the first file of each member. */
  public List<Integer> firstFiles() {
    List<Integer> first = new ArrayList<>();
    int next = 0;
    for (FeedBatch member : members) {
      first.add(next);
      next += member.batch().files().size();
    }
    return first;
  }

  /** Ids of the batches. */
  public List<String> ids() {
    return members.stream().map(member -> member.batch().id()).toList();
  }

  /** Every table takes the rows of all once for these. */
  public Set<CommitKey> keys() {
    return members.stream().map(member -> member.batch().key()).collect(Collectors.toSet());
  }

  /** Whether an earlier run planned the batch and did not finish it. */
  public boolean isResumed() {
    return members.get(0).batch().resumed();
  }

  /** Whether readings of an event correct each other. */
  public boolean corrects() {
    return members.get(0).feed().event().corrects();
  }
}
