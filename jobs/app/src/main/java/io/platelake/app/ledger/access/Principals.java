package io.platelake.app.ledger.access;

import io.platelake.app.job.Claim;
import io.platelake.app.ledger.access.RegisterGate.Identity;
import io.platelake.core.Refusal;
import io.platelake.core.access.AccessRegisters;
import io.platelake.core.access.AccountSpan;
import io.platelake.core.access.AttestedPlace;
import io.platelake.core.access.IdentityToken;
import io.platelake.core.chain.CheckingKey;
import io.platelake.core.register.RegisterEntry;
import io.platelake.core.register.RegisterHistory;
import io.platelake.lake.table.Lake;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** Finds the registered account that a claim is about, and what attests it. */
final class Principals {
  private static final String OPTION = "--principal";

  private final Lake lake;
  private final Map<String, AccessRegisters> registered;
  private final Instant at;

  /**
   * @param registered accounts by agency
   * @param at instant at which they are judged, UTC
   */
  Principals(Lake lake, Map<String, AccessRegisters> registered, Instant at) {
    this.lake = lake;
    this.registered = Map.copyOf(registered);
    this.at = at;
  }

  /**
   * @throws Refusal if no account is meant, several are, or nothing attests it
   */
  Identity identify(Claim claim) {
    if (claim.token().isPresent()) {
      return ofToken(claim);
    }
    Predicate<AccountSpan> own = span -> span.osUser().equals(claim.osUser());
    if (claim.named().isEmpty()) {
      return ofLogin(find(own), claim);
    }
    String name = claim.named().get().strip().toLowerCase(Locale.ROOT);
    List<Identity> named = find(span -> span.account().equals(name));
    if (named.isEmpty()) {
      throw unknown();
    }
    return named.stream()
        .filter(identity -> own.test(identity.account()))
        .findFirst()
        .map(identity -> attested(identity, claim))
        .orElseThrow(
            () ->
                new Refusal(
                    OPTION,
                    "nothing attests that you are this account: the operating system knows you as"
                        + " another, and there is no --token",
                    "Start it under the login of the account, or with a signed token."));
  }

  private Identity ofToken(Claim claim) {
    IdentityToken token = IdentityToken.read(claim.token().get(), keys(), claim.clock());
    boolean another =
        claim
            .named()
            .filter(n -> !n.strip().toLowerCase(Locale.ROOT).equals(token.subject()))
            .isPresent();
    if (another) {
      throw new Refusal(OPTION, "the token names another account", "Leave the option out.");
    }
    return find(span -> span.account().equals(token.subject())).stream()
        .findFirst()
        .map(i -> new Identity(i.agency(), i.account(), "token", token.place()))
        .orElseThrow(Principals::unknown);
  }

  private Identity ofLogin(List<Identity> own, Claim claim) {
    if (own.isEmpty()) {
      throw unknown();
    }
    if (own.size() > 1) {
      throw new Refusal(
          OPTION,
          own.size() + " accounts belong to your login at the operating system",
          "Name one of them with " + OPTION + ".");
    }
    return attested(own.get(0), claim);
  }

  private static Identity attested(Identity identity, Claim claim) {
    if (claim.isAirflow() && identity.account().kind() != AccountSpan.Kind.SERVICE) {
      throw new Refusal(
          OPTION,
          "Airflow starts services, and this account is a person's",
          "Register a service account for Airflow, or give the token of the person.");
    }
    return new Identity(
        identity.agency(),
        identity.account(),
        claim.isAirflow() ? "airflow" : "os",
        AttestedPlace.UNKNOWN);
  }

  private List<Identity> find(Predicate<AccountSpan> which) {
    List<Identity> found = new ArrayList<>();
    registered.forEach(
        (agency, registers) ->
            registers.at(at).stream()
                .filter(which)
                .forEach(span -> found.add(new Identity(agency, span, "", AttestedPlace.UNKNOWN))));
    return found;
  }

  private static Refusal unknown() {
    return new Refusal(
        OPTION,
        "the register of users has no such account, or it has ended",
        "Have an administrator load it: platelake register load --register users");
  }

  /** Keys whose tokens are believed now. */
  private Map<String, CheckingKey> keys() {
    Map<String, CheckingKey> keys = new HashMap<>();
    for (RegisterHistory history :
        RegisterLedger.histories(lake, "signing_keys", Instant.MAX).values()) {
      for (RegisterEntry entry : history.at(at)) {
        CheckingKey key = CheckingKey.ofPem(pem(entry.values().get("public_key")));
        keys.put(key.id(), key);
      }
    }
    return keys;
  }

  private static String pem(String base64) {
    return "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
  }
}
