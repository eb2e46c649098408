package io.platelake.core.policy.matching;

import io.platelake.core.policy.authority.Authority;
import io.platelake.core.policy.authority.NamedRule;
import io.platelake.core.policy.retention.Period;
import io.platelake.core.yaml.InvalidRule;
import io.platelake.core.yaml.YamlMap;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which hot lists one purpose may use and what their entries must be.
 *
 * @param sources groups of lists, by group id; every list id is in one group only
 * @param categories allowed categories, by id
 * @param prohibited categories whose entries are dropped and counted, by id
 * @param maxAge a list whose source time is older than this is not used; exactly this old still is
 * @param freshnessAuthority where that comes from
 * @param minShareOfLast a snapshot with a smaller share of the last good one's entries is refused
 * @param shrinkageAuthority where that comes from
 */
public record HotlistRules(
    Map<String, SourceRule> sources,
    Map<String, CategoryRule> categories,
    Map<String, NamedRule> prohibited,
    Duration maxAge,
    Authority freshnessAuthority,
    double minShareOfLast,
    Authority shrinkageAuthority) {

  public HotlistRules {
    if (maxAge.isZero()) {
      throw new InvalidRule(
          "freshness.max_age", "is zero", "Give the age at which a list is stale");
    }
    InvalidRule.requireShare("shrinkage.min_share_of_last", minShareOfLast);
    for (String id : prohibited.keySet()) {
      if (categories.containsKey(id)) {
        throw new InvalidRule(
            "prohibited_categories." + id, "is also an allowed category", "Keep one of the two");
      }
    }
    long lists = sources.values().stream().mapToLong(group -> group.lists().size()).sum();
    if (lists != listIds(sources.values()).size()) {
      throw new InvalidRule("sources", "name one list twice", "Keep each list in one group");
    }
  }

  /** Ids of all lists that may be used. */
  public Set<String> listIds() {
    return listIds(sources.values());
  }

  /** The group of a list; empty when the policy does not name the list. */
  public Optional<SourceRule> source(String listId) {
    return sources.values().stream().filter(g -> g.lists().containsKey(listId)).findFirst();
  }

  /** Category id to the offence classes it asks for; an empty set asks for none. */
  public Map<String, Set<String>> offenceClassesByCategory() {
    Map<String, Set<String>> classes = new LinkedHashMap<>();
    categories.forEach((id, rule) -> classes.put(id, rule.offenceClasses()));
    return classes;
  }

  private static Set<String> listIds(Collection<SourceRule> groups) {
    return groups.stream()
        .flatMap(group -> group.lists().keySet().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  public static HotlistRules read(YamlMap fields) {
    Limit<Duration> age =
        fields.read("freshness", f -> new Limit<>(Period.exact(f, "max_age"), Authority.of(f)));
    Limit<Double> share =
        fields.read("shrinkage", f -> new Limit<>(f.number("min_share_of_last"), Authority.of(f)));
    return new HotlistRules(
        fields.map("sources", SourceRule::read),
        fields.map("categories", CategoryRule::read),
        fields.map("prohibited_categories", NamedRule::read),
        age.value,
        age.authority,
        share.value,
        share.authority);
  }

  private record Limit<T>(T value, Authority authority) {}
}
