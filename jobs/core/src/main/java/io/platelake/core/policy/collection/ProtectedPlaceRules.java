package io.platelake.core.policy.collection;

import io.platelake.core.policy.authority.Authority;
import io.platelake.core.yaml.YamlMap;
import io.platelake.core.zone.ProtectedPlace;
import io.platelake.core.zone.ZoneBuffers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where nothing may be collected.
 *
 * @param kinds kinds of protected facility, by id
 * @param accessRoutes roads that lead to a protected facility, drawn as lines
 * @param events places of protected activities at certain times; empty where none are protected
 * @param missingPosition what happens to a read without a position
 * @param missingPositionAuthority where that comes from
 */
public record ProtectedPlaceRules(
    Map<String, BufferRule> kinds,
    BufferRule accessRoutes,
    Optional<BufferRule> events,
    MissingPosition missingPosition,
    Authority missingPositionAuthority) {

  /** Kind id to its buffer in metres, in the order of the policy; events are a kind too. */
  public Map<String, Double> bufferMetresByKind() {
    Map<String, Double> metres = new LinkedHashMap<>();
    kinds.forEach((kind, rule) -> metres.put(kind, rule.metres()));
    events.ifPresent(rule -> metres.put(ProtectedPlace.EVENT, rule.metres()));
    return metres;
  }

  /** What reading a file of places needs. */
  public ZoneBuffers buffers() {
    return new ZoneBuffers(bufferMetresByKind(), accessRoutes.metres());
  }

  public static ProtectedPlaceRules read(YamlMap fields) {
    Missing missing = fields.read("missing_position", Missing::read);
    return new ProtectedPlaceRules(
        fields.map("kinds", BufferRule::readKind),
        fields.read("access_routes", BufferRule::readRoutes),
        fields.optional("events", BufferRule::readRoutes),
        missing.action,
        missing.authority);
  }

  private record Missing(MissingPosition action, Authority authority) {
    public static Missing read(YamlMap fields) {
      return new Missing(fields.word("action", MissingPosition.class), Authority.of(fields));
    }
  }
}
