package io.platelake.core.share;

import io.platelake.core.Ids;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request for data, as it came in.
 *
 * @param id id of the share
 * @param agency agency that is asked
 * @param basis basis that the request names, as the policy calls it
 * @param recipient id in the register of recipients
 * @param data what is asked for
 * @param receivedAt when the request came, UTC
 * @param need why the recipient needs it
 * @param consideration what is given for it; {@link #NOTHING} or anything else
 * @param items what is on file, by the words of the policy
 * @param agreement agreement that it rests on
 * @param taskForce body of the register for which the recipient asks
 * @param direct what the recipient wants to look at itself; empty for data that is handed over
 * @param publicRecords whether it is a request for public records
 */
public record ShareRequest(
    String id,
    String agency,
    String basis,
    String recipient,
    Data data,
    Instant receivedAt,
    String need,
    String consideration,
    Map<String, String> items,
    Optional<String> agreement,
    Optional<String> taskForce,
    Optional<DirectAccess> direct,
    boolean publicRecords) {
  /** Consideration of a request for which nothing is given. */
  public static final String NOTHING = "none";

  /** What is asked for. */
  public enum Data {
    /** Reader data. */
    ALPR,
    /** Records about who looked. */
    AUDIT
  }

  /**
   * Access of the recipient's own people.
   *
   * @param grant key of the grant in its register, account and number; empty where none is named
   */
  public record DirectAccess(Optional<String> grant) {}

  public ShareRequest {
    if (!Ids.isId(id)) {
      throw new IllegalArgumentException("a share has an id");
    }
    Objects.requireNonNull(agency, "agency");
    Objects.requireNonNull(basis, "basis");
    Objects.requireNonNull(recipient, "recipient");
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(receivedAt, "receivedAt");
    Objects.requireNonNull(need, "need");
    Objects.requireNonNull(consideration, "consideration");
    items = Map.copyOf(items);
  }

  /** The same with items that somebody checked later. */
  public ShareRequest with(Map<String, String> more) {
    Map<String, String> all = new TreeMap<>(items);
    all.putAll(more);
    return new ShareRequest(
        id,
        agency,
        basis,
        recipient,
        data,
        receivedAt,
        need,
        consideration,
        all,
        agreement,
        taskForce,
        direct,
        publicRecords);
  }
}
