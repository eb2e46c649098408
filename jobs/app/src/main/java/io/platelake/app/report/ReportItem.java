package io.platelake.app.report;

import io.platelake.core.policy.authority.NamedRule;
import java.util.List;

/**
 * One item that the policy asks for.
 *
 * @param number place in the policy's list, from 1
 * @param id id in the policy
 * @param title title in the policy
 * @param authority where the policy takes it from
 * @param status ok with at least one counted figure; otherwise why there is none
 * @param note what a reader must know about the figures; null when there is nothing to say
 * @param figures counts
 * @param listings things named one by one
 */
public record ReportItem(
    int number,
    String id,
    String title,
    String authority,
    FigureStatus status,
    String note,
    List<Figure> figures,
    List<ReportTable> listings) {

  /**
   * What an item holds, before it gets its place in the report.
   *
   * @param note what a reader must know; null when there is nothing to say
   */
  public record Content(String note, List<Figure> figures, List<ReportTable> listings) {
    public Content {
      figures = List.copyOf(figures);
      listings = List.copyOf(listings);
    }

    static Content of(Figure... figures) {
      return new Content(null, List.of(figures), List.of());
    }

    Content noting(String note) {
      return new Content(note, figures, listings);
    }

    Content listing(ReportTable... listings) {
      return new Content(note, figures, List.of(listings));
    }
  }

  static ReportItem of(int number, String id, NamedRule rule, Content content) {
    return new ReportItem(
        number,
        id,
        rule.title(),
        rule.authority().toString(),
        status(content.figures()),
        content.note(),
        content.figures(),
        content.listings());
  }

  private static FigureStatus status(List<Figure> figures) {
    if (figures.stream().anyMatch(f -> f.status() == FigureStatus.MISSING)) {
      return FigureStatus.MISSING;
    }
    return figures.stream().anyMatch(f -> f.status() == FigureStatus.OK)
        ? FigureStatus.OK
        : FigureStatus.NO_DATA;
  }
}
