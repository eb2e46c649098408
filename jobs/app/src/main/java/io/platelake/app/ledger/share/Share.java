package io.platelake.app.ledger.share;

import io.platelake.core.share.ShareRequest;
import io.platelake.core.share.ShareSteps;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A request and what was done about it.
 *
 * @param request as it came in, with the items that were put on file later
 * @param recipient the body as the register described it when the request was recorded
 * @param routedTo office that decides; empty where the policy names none
 * @param events what was done, in order; the first one recorded the request
 */
public record Share(
    ShareRequest request, Body recipient, Optional<String> routedTo, List<ShareEvent> events) {

  /**
   * @param name name of the body; its id where it is not registered
   * @param kind government_agency, court, researcher or other
   * @param enforces whether it enforces the law or prosecutes
   */
  public record Body(String name, String kind, boolean enforces) {}

  /** How far a request has come. */
  public enum State {
    REQUESTED,
    VERIFIED,
    APPROVED,
    FULFILLED,
    REFUSED;

    /** Its word in lists. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Share {
    events = List.copyOf(events);
    if (events.isEmpty() || events.get(0).kind() != ShareEvent.Kind.REQUEST) {
      throw new IllegalArgumentException("a share begins with its request");
    }
  }

  public State state() {
    State state = State.REQUESTED;
    for (ShareEvent event : events) {
      state =
          switch (event.kind()) {
            case REQUEST -> state;
            // After a fulfilment it says that the files could not be written.
            case DENY -> state == State.FULFILLED ? State.APPROVED : state;
            case VERIFY -> State.VERIFIED;
            case APPROVE -> State.APPROVED;
            case FULFIL -> State.FULFILLED;
            case REFUSE -> State.REFUSED;
          };
    }
    return state;
  }

  /** Whether somebody has to do something about it. */
  public boolean isOpen() {
    return state() != State.FULFILLED && state() != State.REFUSED;
  }

  /** Who did what; an approval counts for what was verified before it only. */
  public ShareSteps steps(UnaryOperator<String> person) {
    return new ShareSteps(
        person.apply(events.get(0).principal()),
        find(ShareEvent.Kind.VERIFY).map(ShareEvent::principal).map(person),
        state() == State.APPROVED
            ? find(ShareEvent.Kind.APPROVE).map(ShareEvent::principal).map(person)
            : Optional.empty());
  }

  /** The last event of a kind. */
  public Optional<ShareEvent> find(ShareEvent.Kind kind) {
    return events.stream().filter(e -> e.kind() == kind).reduce((a, b) -> b);
  }
}
