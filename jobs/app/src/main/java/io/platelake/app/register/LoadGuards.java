package io.platelake.app.register;

import io.platelake.app.ledger.access.RegisterLedger;
import io.platelake.core.Refusal;
import io.platelake.core.access.Permission;
import io.platelake.core.register.RegisterChange;
import io.platelake.core.register.RegisterContract;
import io.platelake.core.register.RegisterDiff;
import io.platelake.core.register.RegisterEntry;
import io.platelake.core.register.RegisterEvent;
import io.platelake.core.register.RegisterHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What stops a load: a cut file, a time before an earlier load, or nobody left to administer. */
record LoadGuards(
    RegisterContract contract, RegisterHistory known, RegisterDiff diff, Instant now) {
  /** In a smaller register the end of a few rows is ordinary. */
  private static final int FEW = 10;

  void refuse(boolean isChanges, boolean acceptShrinkage) {
    String what = "Register " + contract.register();
    if (!diff.events().isEmpty()
        && known.lastRecorded().filter(l -> !l.isBefore(now)).isPresent()) {
      throw new Refusal(
          what,
          "a load of " + known.lastRecorded().get() + " is on record, which is not before " + now,
          "Load it with a later --as-of.");
    }
    long ended = diff.count(RegisterChange.Kind.ENDED);
    long held = known.at(now).size();
    if (!isChanges && !acceptShrinkage && ended > FEW && 2 * ended > held) {
      throw new Refusal(
          what,
          "the file would end " + ended + " of " + held + " rows: it may be cut",
          "Check the file; if it is right, add --accept-shrinkage.");
    }
    if (contract.register().equals(RegisterLedger.USERS) && !isAdministered()) {
      throw new Refusal(
          what,
          "after this load no active account could administer the lake",
          "Give a person the permission " + Permission.ADMINISTER.word() + ".");
    }
  }

  private boolean isAdministered() {
    List<RegisterEvent> events = new ArrayList<>();
    for (String key : known.keys()) {
      for (RegisterEntry entry : known.entries(key)) {
        events.add(
            new RegisterEvent(
                key,
                RegisterEvent.Kind.PUT,
                entry.from(),
                entry.to(),
                entry.values(),
                Instant.MIN,
                events.size()));
      }
    }
    events.addAll(diff.events());
    return RegisterHistory.of(events).at(now).stream()
        .anyMatch(
            entry ->
                entry.find("status").filter("active"::equals).isPresent()
                    && !entry.find("kind").filter("service"::equals).isPresent()
                    && entry
                        .find("permissions")
                        .map(p -> List.of(p.split(";")).contains(Permission.ADMINISTER.word()))
                        .orElse(false));
  }
}
