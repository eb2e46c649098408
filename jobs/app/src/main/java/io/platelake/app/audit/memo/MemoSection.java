package io.platelake.app.audit.memo;

import java.util.List;

/** A part of a memo: its heading, a sentence on what was done, figures and tables. */
record MemoSection(String title, String text, List<MemoFigure> figures, List<MemoTable> tables) {
  MemoSection {
    figures = List.copyOf(figures);
    tables = List.copyOf(tables);
  }
}
