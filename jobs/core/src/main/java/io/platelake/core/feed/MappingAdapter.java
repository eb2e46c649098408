package io.platelake.core.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.platelake.core.format.Layout;
import io.platelake.core.mapping.FileMapping;
import io.platelake.core.mapping.KindReader;
import io.platelake.core.mapping.MappedField;
import io.platelake.core.mapping.MappedPlaces;
import io.platelake.core.mapping.RecordPlaces;
import io.platelake.core.mapping.Source;
import io.platelake.core.mapping.Spans;
import io.platelake.core.record.Disposition;
import io.platelake.core.record.Fault;
import io.platelake.core.record.JsonTree;
import io.platelake.core.record.Pairs;
import io.platelake.core.record.RawRecord;
import io.platelake.core.record.Reason;
import io.platelake.core.record.Wanted;
import io.platelake.core.record.XmlTree;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Any file whose rows, documents or elements are reads, as the feed's {@link FileMapping} describes
 * it: a new maker without a line of Java.
 */
final class MappingAdapter implements FeedAdapter {
  static final String NAME = "mapping";

  private final FeedDefinition feed;
  private final FileMapping mapping;
  private final ReadFields fields;
  private final KindReader kinds;
  private final Wanted wanted;
  private final XmlTree xml;
  private final Spans spans;

  /** Columns of the file that was read last, and the mapped fields that it has none for. */
  private Map<String, Integer> columns = Map.of();

  private Set<MappedField> gone = Set.of();

  /** Paths that are read from the root of a record with several reads. */
  private final List<List<String>> shared;

  MappingAdapter(FeedDefinition feed) {
    this.feed = feed;
    this.mapping = feed.mapping();
    this.kinds = new KindReader(mapping.kinds());
    this.wanted = new Wanted(names(mapping), pictures(mapping), feed.keepsImages());
    this.fields = new ReadFields(feed, wanted);
    this.xml = feed.layout() == Layout.XML ? new XmlTree() : null;
    this.spans = feed.layout() == Layout.FIXED ? new Spans(places(mapping)) : null;
    this.shared =
        Stream.concat(
                mapping.kinds().stream().flatMap(kind -> kind.source().allPaths()),
                mapping.fields().values().stream()
                    .flatMap(Source::allPaths)
                    .filter(path -> path.get(0).equals(RecordPlaces.ROOT) && path.size() > 1))
            .distinct()
            .toList();
  }

  private static Stream<List<String>> places(FileMapping mapping) {
    return mapping.columns().names().stream().map(List::of);
  }

  static List<String> names(FileMapping mapping) {
    Stream<String> lists =
        mapping.candidates().stream()
            .flatMap(c -> Stream.concat(c.path().stream(), Stream.of(c.plate(), c.confidence())));
    Stream<String> conditions =
        mapping.unread() == null
            ? Stream.of()
            : mapping.unread().values().keySet().stream().flatMap(List::stream);
    return Stream.of(
            mapping.fields().values().stream().flatMap(Source::names),
            mapping.each().stream(),
            mapping.kinds().stream().flatMap(kind -> kind.source().names()),
            lists,
            conditions,
            mapping.images().stream()
                .flatMap(i -> i.path().subList(0, i.path().size() - 1).stream()))
        .flatMap(s -> s)
        .filter(name -> name != null)
        .toList();
  }

  private static List<String> pictures(FileMapping mapping) {
    return mapping.images().stream().map(i -> i.path().get(i.path().size() - 1)).toList();
  }

  @Override
  public String name() {
    return feed.adapter();
  }

  @Override
  public void parse(RawRecord record, Consumer<ParsedRead> out) {
    if (record instanceof RawRecord.Row row) {
      if (row.columns() != columns) {
        columns = row.columns();
        gone = MappedPlaces.missing(mapping, path -> columns.containsKey(path.get(0))).keySet();
      }
      RecordPlaces cells = RecordPlaces.of(row, feed.format().rows().pythonCells());
      out.accept(parsed(cells, null, null));
    } else if (record instanceof RawRecord.Line line) {
      RecordPlaces cells = RecordPlaces.of(new String(line.bytes(), StandardCharsets.UTF_8), spans);
      out.accept(parsed(cells, null, null));
    } else if (record instanceof RawRecord.Broken broken) {
      ParsedRead.Defect defect = unreadable(broken.reason(), broken.place());
      out.accept(defect.with(defect.fault().at(broken.at())));
    } else if (record instanceof RawRecord.Tree tree) {
      gone = tree.gone().isEmpty() ? Set.of() : fields(tree.gone());
      document(tree.root(), tree.problem(), out);
    } else {
      tree(record)
          .ifPresentOrElse(root -> document(root, null, out), () -> out.accept(damaged(record)));
    }
  }

  private static Set<MappedField> fields(Set<String> keys) {
    return Arrays.stream(MappedField.values())
        .filter(field -> keys.contains(field.key()))
        .collect(Collectors.toSet());
  }

  /** The statements of the feed apply all the same: its camera may be in a protected place. */
  private ParsedRead.Defect unreadable(Reason reason, String place) {
    return fields.read(path -> null).defect(feed, reason, place);
  }

  private ParsedRead damaged(RawRecord record) {
    ParsedRead.Defect defect = unreadable(Reason.MALFORMED, "not one well-formed document");
    String at =
        switch (feed.layout()) {
          case JSON, JSON_LINES -> JsonTree.faultyByte(record.bytes());
          case XML -> xml.faultyByte(record.bytes());
          default -> "";
        };
    return defect.with(defect.fault().at(at));
  }

  private Optional<? extends JsonNode> tree(RawRecord record) {
    return switch (feed.layout()) {
      case XML -> xml.read(record.bytes(), wanted);
      case PAIRS -> Pairs.read(record.bytes());
      default -> JsonTree.read(record.bytes(), wanted);
    };
  }

  private void document(JsonNode root, String problem, Consumer<ParsedRead> out) {
    RecordPlaces whole = RecordPlaces.of(root, root);
    if (mapping.each().isEmpty()) {
      out.accept(parsed(whole, null, problem));
      return;
    }
    JsonNode list = list(whole.at(mapping.each()));
    boolean missing = list == null || list == RecordPlaces.NO_VALUE;
    boolean empty = missing || list.isEmpty();
    Optional<Reason> kind = empty ? kinds.problem(whole) : kinds.problemOfDocument(whole);
    String place = String.join(".", mapping.each());
    if (kind.filter(k -> k.disposition() == Disposition.REFUSED).isPresent()) {
      out.accept(new ParsedRead.Defect(kind.get(), "kind"));
    } else if (empty) {
      Reason none = missing ? Reason.MALFORMED : Reason.NO_PLATE;
      out.accept(
          fields.read(whole).defect(feed, kind.orElse(none), kind.isPresent() ? "kind" : place));
    } else {
      list.forEach(
          read ->
              out.accept(
                  VendorDocument.part(
                      parsed(whole, RecordPlaces.of(root, read), problem),
                      new RecordPart(root, read, mapping.each(), shared),
                      list)));
    }
  }

  /** Null when it is none. Of XML elements, one alone does not show that there could be several. */
  private JsonNode list(JsonNode node) {
    boolean alone = feed.layout() == Layout.XML && node != null && node.isObject();
    if (alone) {
      return JsonNodeFactory.instance.arrayNode().add(node);
    }
    return node != null && node.isArray() ? node : null;
  }

  /**
   * @param element of the list of reads; null where the whole record is one
   * @param problem why the record is no read whatever it says, null when nothing is wrong so far
   */
  private ParsedRead parsed(RecordPlaces whole, RecordPlaces element, String problem) {
    RecordPlaces places = element == null ? whole : element;
    VendorRead read = fields.read(places);
    Optional<Reason> kind = kinds.problem(whole, element);
    if (kind.isPresent()) {
      return read.defect(feed, kind.get(), "kind");
    }
    if (mapping.unread() != null && mapping.unread().holds(places::text)) {
      return read.defect(feed, Reason.NO_PLATE, "unread");
    }
    if (mapping.unread() != null && mapping.unread().isUnclear(places)) {
      return read.defect(feed, Reason.MALFORMED, "unread");
    }
    if (problem != null) {
      return read.defect(feed, Reason.MALFORMED, problem);
    }
    if (fields.isPlateMissing(places)) {
      return read.defect(
          feed, Reason.MALFORMED, "no place for a plate", new Fault("plate", "", "it is absent"));
    }
    for (MappedField field : fields.structuresForValues(places)) {
      if (MappedField.NEEDED.contains(field)) {
        return read.defect(
            feed,
            Reason.MALFORMED,
            "mapped field " + field.key(),
            new Fault(
                field.key(),
                "",
                fields.isList(field, places)
                    ? "a list where a text should be; see each"
                    : "a structure where a text should be"));
      }
      read.unknown(field);
    }
    gone.forEach(read::unknown);
    return read.canonical(feed);
  }
}
