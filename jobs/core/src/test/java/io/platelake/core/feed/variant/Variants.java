package io.platelake.core.feed.variant;

import io.platelake.core.mapping.MappedField;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Plausible variants of every maker's samples, decided by a seed. */
final class Variants {
  private static final Map<String, List<SampleRecord>> SAMPLES = SampleRecord.all();
  private static final List<String> MAKERS = List.copyOf(SAMPLES.keySet());
  private static final Set<VariantKind> OF_FILES =
      Set.of(VariantKind.SEVERAL, VariantKind.ENCODING, VariantKind.LINE_ENDS, VariantKind.LAYOUT);

  private static final List<VariantKind> HARMLESS =
      List.of(
          VariantKind.FIELD_ORDER,
          VariantKind.TYPES_AS_TEXT,
          VariantKind.EXTRA_FIELDS,
          VariantKind.ABSENT_FIELDS,
          VariantKind.LAYOUT,
          VariantKind.LINE_ENDS,
          VariantKind.SEVERAL);

  private Variants() {}

  static List<SampleRecord> samples() {
    return SAMPLES.values().stream().flatMap(List::stream).toList();
  }

  /** The sample's own record, written again as it is. */
  static Variant unchanged(SampleRecord record) {
    return of(List.of(record), Set.of(), new Random(1)).orElseThrow();
  }

  /** Empty where the maker drawn has no variant of the kind. */
  static Optional<Variant> drawn(VariantKind kind, Random random) {
    List<SampleRecord> all = SAMPLES.get(MAKERS.get(random.nextInt(MAKERS.size())));
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Set<VariantKind> kinds = EnumSet.of(kind);
    if (kind == VariantKind.MIXED) {
      kinds = EnumSet.noneOf(VariantKind.class);
      for (VariantKind harmless : HARMLESS) {
        if (random.nextBoolean()) {
          kinds.add(harmless);
        }
      }
    }
    boolean several = kinds.stream().anyMatch(OF_FILES::contains);
    List<SampleRecord> picked = new ArrayList<>();
    for (int i = several ? 1 + random.nextInt(3) : 0; i >= 0; i--) {
      picked.add(picked(all, random));
    }
    return of(picked, kinds, random);
  }

  /** Mostly reads: there is more that can go wrong. */
  private static SampleRecord picked(List<SampleRecord> all, Random random) {
    SampleRecord one = all.get(random.nextInt(all.size()));
    return one.isRead() || random.nextInt(3) == 0 ? one : all.get(random.nextInt(all.size()));
  }

  private static Optional<Variant> of(
      List<SampleRecord> records, Set<VariantKind> kinds, Random random) {
    SampleRecord first = records.get(0);
    Form form = Form.of(first);
    List<String> texts = new ArrayList<>();
    List<Truth> truths = new ArrayList<>();
    for (SampleRecord record : records) {
      Optional<Draft> draft = form.varied(record, kinds, random);
      if (draft.isEmpty()) {
        return Optional.empty();
      }
      texts.add(draft.get().text());
      Set<MappedField> removed = record.names().fields(draft.get().removed());
      record.known().forEach(known -> truths.add(new Truth(known, removed)));
    }
    String file = form.file(texts, first, kinds, random);
    if (kinds.contains(VariantKind.LINE_ENDS)) {
      file = file.replace("\r\n", "\n").replace("\n", random.nextBoolean() ? "\r\n" : "\r");
    }
    byte[] bytes =
        kinds.contains(VariantKind.ENCODING)
            ? encoded(form, file, random)
            : file.getBytes(StandardCharsets.UTF_8);
    return Optional.of(new Variant(first.maker(), first.feed(), bytes, truths));
  }

  private static byte[] encoded(Form form, String file, Random random) {
    String text = random.nextBoolean() ? form.withForeignText(file) : file;
    return switch (random.nextInt(8)) {
      case 0 -> marked(text, StandardCharsets.UTF_8);
      case 1 -> marked(text, StandardCharsets.UTF_16LE);
      case 2 -> marked(text, StandardCharsets.UTF_16BE);
      case 3 -> text.getBytes(StandardCharsets.UTF_16LE);
      case 4 -> text.getBytes(StandardCharsets.UTF_16BE);
      case 5 -> marked(text, Charset.forName("UTF-32LE"));
      default -> declared(text, List.of("GB18030", "GBK").get(random.nextInt(2)), random);
    };
  }

  private static byte[] marked(String text, Charset charset) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("\uFEFF".getBytes(charset));
    bytes.writeBytes(text.getBytes(charset));
    return bytes.toByteArray();
  }

  /** XML can say what it is written in; of other files the feed would have to. */
  private static byte[] declared(String text, String charset, Random random) {
    String told =
        random.nextInt(4) == 0
            ? text
            : text.replace("encoding=\"UTF-8\"", "encoding=\"" + charset + "\"");
    return told.getBytes(Charset.forName(charset));
  }
}
