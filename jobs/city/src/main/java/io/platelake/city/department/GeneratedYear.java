package io.platelake.city.department;

import io.platelake.core.detect.ScreenedSearch;
import io.platelake.core.policy.governance.Detector;
import io.platelake.core.register.RegisterHistory;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A year of a department.
 *
 * @param log every search, in no order
 * @param registers histories by name
 * @param staffPlates tokens of plates of staff
 * @param cases numbers that the dispatch system knows
 * @param shares ids of shares on record
 * @param truth what is truly wrong, by id of the search; a search without an entry is proper
 * @param episodes ids of searches that belong together, by detector of groups
 */
public record GeneratedYear(
    List<ScreenedSearch> log,
    Map<String, RegisterHistory> registers,
    Set<String> staffPlates,
    Set<String> cases,
    Set<String> shares,
    Map<String, Set<Detector>> truth,
    Map<Detector, List<Set<String>>> episodes) {}
