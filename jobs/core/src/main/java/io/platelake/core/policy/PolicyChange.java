package io.platelake.core.policy;

import java.util.Optional;

/**
 * One value that differs between two policies.
 *
 * @param head what it concerns
 * @param path dotted path of the rule
 * @param before its value in the first; empty when the first has no such rule
 * @param after its value in the second; empty when the second has no such rule
 */
public record PolicyChange(
    ChangeTopic head, String path, Optional<String> before, Optional<String> after) {}
