package io.platelake.core.policy.collection;

import io.platelake.core.policy.authority.Authority;
import io.platelake.core.yaml.YamlMap;
import java.util.Optional;

/**
 * What the public learns about cameras, and what they may look at.
 *
 * @param locations whether the places of cameras are published; empty where the document is silent
 * @param publicView whether only plates in public view may be read; empty where it is silent
 */
public record CameraRules(Optional<Locations> locations, Optional<PublicView> publicView) {

  /**
   * @param published the place of every camera is published
   * @param noticeWhenMoved a camera that moves is announced
   * @param authority where it comes from
   */
  public record Locations(boolean published, boolean noticeWhenMoved, Authority authority) {
    public static Locations read(YamlMap fields) {
      return new Locations(
          fields.flag("published"), fields.flag("notice_when_moved"), Authority.of(fields));
    }
  }

  /**
   * @param exceptCourtOrder a court order may allow more
   * @param authority where it comes from
   */
  public record PublicView(boolean exceptCourtOrder, Authority authority) {
    public static PublicView read(YamlMap fields) {
      return new PublicView(fields.flag("except_court_order"), Authority.of(fields));
    }
  }

  public static CameraRules read(YamlMap fields) {
    return new CameraRules(
        fields.optional("locations", Locations::read),
        fields.optional("public_view", PublicView::read));
  }
}
