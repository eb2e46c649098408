package io.platelake.app.access;

import io.platelake.core.access.PurposeStatement;
import io.platelake.core.policy.governance.PurposeStatementRules.Item;
import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** What a person states before looking. */
final class StatementOptions {
  @Option(names = "--stated-purpose", paramLabel = "TEXT", description = "Purpose as stated.")
  private String purpose;

  @Option(names = "--case", paramLabel = "NUMBER", description = "Case number.")
  private String caseNumber;

  @Option(names = "--incident", paramLabel = "NUMBER", description = "Incident number.")
  private String incident;

  @Option(names = "--call", paramLabel = "NUMBER", description = "Call for service.")
  private String call;

  @Option(names = "--offence", paramLabel = "TEXT", description = "Type of offence.")
  private String offence;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Reason in words.")
  private String reason;

  @Option(names = "--suspect", paramLabel = "NAME", description = "Last name of the suspect.")
  private String suspect;

  PurposeStatement statement() {
    Map<Item, String> items = new EnumMap<>(Item.class);
    items.put(Item.PURPOSE, purpose);
    items.put(Item.CASE_NUMBER, caseNumber);
    items.put(Item.INCIDENT_NUMBER, incident);
    items.put(Item.CALL_FOR_SERVICE, call);
    items.put(Item.OFFENCE_TYPE, offence);
    items.put(Item.REASON, reason);
    items.put(Item.SUSPECT_LAST_NAME, suspect);
    return new PurposeStatement(items);
  }
}
