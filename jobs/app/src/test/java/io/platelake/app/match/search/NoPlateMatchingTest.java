package io.platelake.app.match.search;

import static io.platelake.app.Rows.assertRows;
import static io.platelake.app.match.search.Matches.CRIMINAL;
import static io.platelake.app.match.search.Matches.hits;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reads and entries that an earlier version stored, with a word for no plate as their plate. */
@Tag("lake")
class NoPlateMatchingTest {
  /** NOTA6 is what a look-alike of NOTAG would hit, and N0TAG is the word of a list without O. */
  @Test
  void shouldNeverHitByAWordForNoPlate() {
    assertRows(
        """
        read_id | entry_id | tier  | is_alert
        6       | 5        | EXACT | true
        """,
        hits(
            """
            read_id | plate
            1       | NOTAG
            2       | N0TAG
            3       | XXXXXXX
            4       | UNK
            5       | UNLICENSED
            6       | ABC1234
            """,
            """
            entry_id | plate
            1        | NOTAG
            2        | XXXXXXX
            3        | UNK
            4        | NOTA6
            5        | ABC1234
            6        | UNLICENSED
            """,
            CRIMINAL));
  }
}
