package io.platelake.core.page;

import io.platelake.core.hotlist.layout.RefusalCode;
import io.platelake.core.land.LandingReason;
import io.platelake.core.picture.PictureLoss;
import io.platelake.core.record.Reason;
import java.util.EnumMap;
import java.util.Map;

/** What each reason code says, and what to do about it. */
final class ReasonMeanings {
  /** The text of one code. */
  record Advice(String what, String remedy) {}

  static final Map<Reason, Advice> RECORDS = new EnumMap<>(Reason.class);
  static final Map<LandingReason, Advice> LANDING = new EnumMap<>(LandingReason.class);
  static final Map<RefusalCode, Advice> ENTRIES = new EnumMap<>(RefusalCode.class);
  static final Map<PictureLoss, Advice> PICTURES = new EnumMap<>(PictureLoss.class);

  private static final String SOURCE = "Ask the source for a correct file.";

  static {
    record(
        Reason.MALFORMED,
        "The record is not in the format, or is cut.",
        "Check `layout` or `format`. If they are right, ask for the file again.");
    record(
        Reason.ARCHIVE_BROKEN,
        "A packed file or container does not unpack to its end.",
        "Ask for the file again. Records before the damage have landed.");
    record(
        Reason.ARCHIVE_LIMIT,
        "A packed file unpacks to more than any file of reads.",
        "Check that it is the right file; split it if it is.");
    record(
        Reason.ARCHIVE_NESTED,
        "A packed file is inside a packed file.",
        "Unpack it once, and land what is inside.");
    record(
        Reason.UNKNOWN_KIND,
        "The record is of a kind that the layout does not know.",
        "Add its word to `wanted` or `unwanted` of `kind`.");
    record(
        Reason.NOT_A_READ,
        "The record says that it is no read, such as a heartbeat.",
        "Nothing. It is only counted.");
    record(
        Reason.NO_PLATE,
        "The camera read no plate.",
        "Nothing. If the word is a plate here, name it in `no_plate_words`.");
    record(
        Reason.BAD_PLATE,
        "The text is no plate, or a spreadsheet changed it.",
        "Check the place of `plate`. Export again without a spreadsheet.");
    record(
        Reason.NO_TIME,
        "The time of capture is missing or cannot be read.",
        "Check `captured_at`: its `pattern`, `format` and `zone`.");
    record(Reason.NO_CAMERA, "The record names no camera.", "Check the place of `camera`.");
    record(
        Reason.UNKNOWN_CAMERA,
        "The feed's `cameras` do not have the camera.",
        "Add the camera to `cameras: {map: ...}`.");
    landing(LandingReason.FUTURE, "Captured later than now.", "Set the camera's clock or `zone`.");
    landing(
        LandingReason.IMPLAUSIBLE_TIME,
        "Captured longer ago than the policy believes.",
        "Set the camera's clock, or correct `captured_at`.");
    landing(
        LandingReason.EXPIRED,
        "The retention of the read is over.",
        "Nothing: the policy forbids it. Land files sooner.");
    landing(
        LandingReason.EXPIRES_BEFORE_PURGE,
        "It would expire before a purge could finish.",
        "Nothing: the policy forbids it. Land files sooner.");
    landing(
        LandingReason.CLOSED_DATE,
        "A purge has closed the date.",
        "Nothing: the date is gone. Land files sooner.");
    landing(
        LandingReason.UNREGISTERED_CAMERA,
        "The registry does not have the camera.",
        "Run `cameras load`, and land the file again. Where the file writes another id, add `codes`"
            + " to `camera`.");
    landing(
        LandingReason.NOT_DEPLOYED,
        "The registry has no place of the camera at that time.",
        "Correct `from` and `to` of the camera, and land the file again.");
    landing(
        LandingReason.NO_POSITION,
        "A mobile camera's read has no position.",
        "Map `lat` and `lon`, and land the file again.");
    landing(
        LandingReason.BAD_POSITION,
        "A mobile camera's position is half given, no number, or outside the area.",
        "Check `lat`, `lon`, `position_unit` and `area`.");
    landing(
        LandingReason.POSITION_REQUIRED,
        "As NO_POSITION, and the policy refuses such reads.",
        "Map `lat` and `lon`, and land the file again.");
    landing(
        LandingReason.WRONG_SITE,
        "The purpose may not use this type of site.",
        "Correct `site_type`, or the purpose of the feed.");
    entry(
        RefusalCode.PLATE_MISSING,
        "The entry has neither a plate nor a description.",
        "Check the place of `plate`.");
    entry(
        RefusalCode.VEHICLE_ONLY,
        "A vehicle without a plate; the policy searches for none.",
        "Nothing, or add `matching.vehicle_only` to the policy.");
    entry(RefusalCode.VEHICLE_TOO_WIDE, "The description lacks make, model or colour.", SOURCE);
    entry(
        RefusalCode.PLATE_PARTIAL,
        "A part of a plate; the policy searches for none.",
        "Nothing, or add `matching.partial` to the policy.");
    entry(RefusalCode.PLATE_TOO_WIDE, "Too few characters of the plate are known.", SOURCE);
    entry(RefusalCode.PLATE_UNREADABLE, "The text is no plate.", "Check the place of `plate`.");
    entry(
        RefusalCode.PLATE_PLACEHOLDER,
        "A word or sign for no plate.",
        "Nothing. If it is a plate here, name it in `no_plate_words`.");
    entry(
        RefusalCode.PLATE_DAMAGED,
        "A spreadsheet changed the plate.",
        "Export again without a spreadsheet.");
    entry(RefusalCode.STATE_MISSING, "The policy requires a state.", "Map `state`.");
    entry(RefusalCode.STATE_INVALID, "The text is no state.", "Map it, or add `codes` to `state`.");
    entry(RefusalCode.CATEGORY_MISSING, "The entry has no category.", "Map `category`.");
    entry(
        RefusalCode.CATEGORY_NOT_ALLOWED,
        "The policy does not accept the category.",
        "Translate the list's words in `categories`, if they mean one that it accepts.");
    entry(
        RefusalCode.OFFENCE_CLASS_MISSING,
        "The category needs an offence class.",
        "Map `offence_class`.");
    entry(
        RefusalCode.OFFENCE_CLASS_NOT_ALLOWED,
        "The policy does not accept the class.",
        "Add `codes` to `offence_class`, if the words mean one that it accepts.");
    entry(RefusalCode.CASE_NUMBER_MISSING, "The policy requires a case number.", SOURCE);
    entry(RefusalCode.OFFICER_MISSING, "The policy requires an officer.", SOURCE);
    entry(RefusalCode.DETERMINATION_MISSING, "The policy requires a determination.", SOURCE);
    entry(RefusalCode.INSTRUCTIONS_MISSING, "The policy requires instructions.", SOURCE);
    entry(RefusalCode.VEHICLE_TRAIT_MISSING, "The policy requires a vehicle trait.", SOURCE);
    entry(RefusalCode.EXPIRES_MISSING, "The policy requires an end.", "Map `expires`.");
    entry(
        RefusalCode.EXPIRES_INVALID,
        "The end cannot be read.",
        "Give `expires` its `pattern` and `zone`.");
    entry(RefusalCode.BEGINS_MISSING, "The policy requires a beginning.", "Map `begins`.");
    entry(
        RefusalCode.BEGINS_INVALID,
        "The beginning cannot be read.",
        "Give `begins` its `pattern` and `zone`.");
    entry(RefusalCode.NEVER_IN_FORCE, "The entry ends before it begins.", SOURCE);
    entry(
        RefusalCode.ENTRY_WITHDRAWN,
        "A person withdrew the entry.",
        "Nothing, or let it in with `hotlist withdraw`.");
    entry(
        RefusalCode.LINE_TOO_SHORT,
        "The line is shorter than the layout says.",
        "Check `layout` or `length`; the file may be cut.");
    entry(
        RefusalCode.LINE_TOO_LONG,
        "The line is longer than the layout says.",
        "Check `layout` or `length`.");
    entry(
        RefusalCode.CELLS_WRONG,
        "The row has another number of cells.",
        "Check `delimiter`, `quotes` and `columns`.");
    entry(
        RefusalCode.RECORD_TYPE_UNKNOWN,
        "The layout does not know the type of record.",
        "Add its word to `wanted` or `unwanted` of `kind`.");
    entry(
        RefusalCode.RECORD_MALFORMED,
        "There is a value where a record should be.",
        "Check `each` and `format`.");
    picture(PictureLoss.NOT_ALLOWED, "The policy or the feed keeps no pictures.", "Nothing.");
    picture(PictureLoss.READ_NOT_KEPT, "Its read is not kept, or repeats an event.", "Nothing.");
    picture(PictureLoss.EXPIRED, "The retention of pictures is over.", "Land files sooner.");
    picture(
        PictureLoss.TOO_LARGE, "The picture is too large.", "Let the camera send smaller ones.");
    picture(PictureLoss.NOT_BASE64, "The text is no base64.", "Check the place in `images`.");
    picture(
        PictureLoss.NO_PICTURE,
        "The bytes are no JPEG, PNG or WebP.",
        "Check the place in `images`.");
    picture(
        PictureLoss.AMBIGUOUS,
        "Another of its kind came with the read, or it may belong to several reads.",
        "Name the parts of the message after what they show.");
  }

  private ReasonMeanings() {}

  private static void record(Reason code, String what, String remedy) {
    RECORDS.put(code, new Advice(what, remedy));
  }

  private static void landing(LandingReason code, String what, String remedy) {
    LANDING.put(code, new Advice(what, remedy));
  }

  private static void entry(RefusalCode code, String what, String remedy) {
    ENTRIES.put(code, new Advice(what, remedy));
  }

  private static void picture(PictureLoss code, String what, String remedy) {
    PICTURES.put(code, new Advice(what, remedy));
  }
}
