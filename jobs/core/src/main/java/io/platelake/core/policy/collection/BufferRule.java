package io.platelake.core.policy.collection;

import io.platelake.core.policy.authority.Authority;
import io.platelake.core.yaml.InvalidRule;
import io.platelake.core.yaml.YamlMap;

/**
 * A protected thing and the distance around it that counts as its surroundings.
 *
 * @param title name for people; empty for access routes and events
 * @param authority why it is protected
 * @param metres distance from its edge, 0 to 5,000
 * @param bufferAuthority where the distance comes from
 */
public record BufferRule(
    String title, Authority authority, double metres, Authority bufferAuthority) {
  private static final double MAX_METRES = 5_000;

  public BufferRule {
    if (!(metres >= 0 && metres <= MAX_METRES)) {
      throw new InvalidRule("buffer.metres", "is outside 0 to 5000", "Give the distance in metres");
    }
  }

  static BufferRule readKind(YamlMap fields) {
    return read(fields.text("title"), fields);
  }

  static BufferRule readRoutes(YamlMap fields) {
    return read("", fields);
  }

  private static BufferRule read(String title, YamlMap fields) {
    Distance distance = fields.read("buffer", Distance::read);
    return new BufferRule(title, Authority.of(fields), distance.metres, distance.authority);
  }

  private record Distance(double metres, Authority authority) {
    static Distance read(YamlMap fields) {
      return new Distance(fields.number("metres"), Authority.of(fields));
    }
  }
}
