package io.platelake.core.hotlist.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.platelake.core.BadInput;
import io.platelake.core.format.Layout;
import io.platelake.core.hotlist.layout.ListLayout;
import io.platelake.core.hotlist.layout.ListRecord;
import io.platelake.core.hotlist.layout.RefusalCode;
import io.platelake.core.mapping.RecordPlaces;
import io.platelake.core.mapping.Source;
import io.platelake.core.record.JsonSplitter;
import io.platelake.core.record.JsonTree;
import io.platelake.core.record.Pairs;
import io.platelake.core.record.PairsSplitter;
import io.platelake.core.record.RawRecord;
import io.platelake.core.record.Wanted;
import io.platelake.core.record.XmlSplitter;
import io.platelake.core.record.XmlTree;
import io.platelake.core.text.RecordBuffer;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Records that are documents of JSON, elements of XML or blocks of pairs. They are found as those
 * of a feed. Damage, which costs a feed one record, makes a list unusable: it may be cut.
 */
public final class TreeRecords implements RecordSource {
  /** Bytes of the largest document that holds many entries. */
  private static final int LONGEST_LIST = 64 << 20;

  private final ListLayout layout;
  private final String fileName;
  private final Supplier<RawRecord> records;
  private final XmlSplitter xml;
  private final XmlTree elements;
  private final Wanted wanted;

  /** Whether an entry may be a plain text. */
  private final boolean ofTexts;

  private final Queue<ListRecord> ready = new ArrayDeque<>();
  private boolean begun;

  /**
   * @param utf8 the text of the file
   * @param fileName named in errors
   */
  public TreeRecords(InputStream utf8, ListLayout layout, String fileName) {
    this.layout = layout;
    this.fileName = fileName;
    this.ofTexts =
        layout.fields().values().stream()
            .flatMap(Source::allPaths)
            .anyMatch(path -> path.get(0).equals(RecordPlaces.SELF));
    this.wanted = Wanted.asWritten(names(layout));
    RecordBuffer in = new RecordBuffer(utf8, layout.each().isEmpty() ? LONGEST : LONGEST_LIST);
    Layout kind = layout.format().layout();
    this.xml = kind == Layout.XML ? new XmlSplitter(in, layout.format().elements()) : null;
    this.elements = kind == Layout.XML ? new XmlTree() : null;
    this.records =
        switch (kind) {
          case XML -> xml::next;
          case PAIRS -> new PairsSplitter(in)::next;
          default -> new JsonSplitter(in, kind == Layout.JSON_LINES)::next;
        };
  }

  private static List<String> names(ListLayout layout) {
    Stream<List<String>> paths =
        Stream.concat(
            layout.fields().values().stream().flatMap(source -> source.allPaths()),
            layout.kinds().stream().flatMap(kind -> kind.source().allPaths()));
    return Stream.of(
            layout.each().stream(),
            layout.fields().values().stream().flatMap(source -> source.names()),
            paths.flatMap(path -> Stream.concat(path.stream(), Stream.of(String.join(".", path)))))
        .flatMap(names -> names)
        .toList();
  }

  @Override
  public ListRecord next() {
    while (ready.isEmpty()) {
      RawRecord record = records.get();
      if (record == null) {
        end();
        return null;
      }
      begun = true;
      read(record);
    }
    return ready.remove();
  }

  private void end() {
    if (xml != null && xml.isOpen()) {
      throw new BadInput(
          fileName, "an element does not end, so the file is cut", "Fetch it again.");
    }
    if (!begun) {
      throw new BadInput(fileName, "the file is empty", "Fetch the file again.");
    }
  }

  private void read(RawRecord record) {
    int line = (int) record.line();
    if (record instanceof RawRecord.Broken broken) {
      if (!broken.place().equals(JsonSplitter.NO_DOCUMENT) || !JsonTree.isValue(broken.bytes())) {
        throw damaged(line);
      }
      ready.add(malformed(line));
      return;
    }
    Optional<? extends JsonNode> tree = tree(record);
    if (tree.isEmpty() && (xml != null || !JsonTree.isValue(record.bytes()))) {
      throw damaged(line);
    }
    JsonNode root = tree.isPresent() ? tree.get() : JsonNodeFactory.instance.nullNode();
    if (layout.each().isEmpty()) {
      ready.add(entry(line, root, root));
      return;
    }
    JsonNode list = RecordPlaces.of(root, root).at(layout.each());
    if (list != null && list.isArray()) {
      list.forEach(one -> ready.add(entry(line, root, one)));
    } else {
      ready.add(list != null && list.isObject() ? entry(line, root, list) : malformed(line));
    }
  }

  private Optional<? extends JsonNode> tree(RawRecord record) {
    return switch (layout.format().layout()) {
      case XML -> elements.read(record.bytes(), wanted);
      case PAIRS -> Pairs.read(record.bytes());
      default -> JsonTree.read(record.bytes(), wanted);
    };
  }

  private ListRecord entry(int line, JsonNode root, JsonNode entry) {
    boolean self = ofTexts && entry.isValueNode() && !entry.isNull();
    if (!(entry.isObject() || self) || !isText(entry)) {
      return malformed(line);
    }
    RecordPlaces places = RecordPlaces.of(root, entry);
    return new ListRecord.Whole(
        line,
        path -> {
          JsonNode found = places.at(path);
          // Dots in a path may also be dots in a name.
          return found == null && path.size() > 1 && entry.isObject()
              ? entry.get(String.join(".", path))
              : found;
        });
  }

  private static ListRecord malformed(int line) {
    return new ListRecord.Broken(line, RefusalCode.RECORD_MALFORMED);
  }

  /** An escape can write what the bytes of a list may not hold. */
  private static boolean isText(JsonNode node) {
    if (node.isTextual()) {
      return node.textValue()
          .chars()
          .allMatch(c -> c != '\uFFFD' && (!Character.isISOControl(c) || "\n\r\t".indexOf(c) >= 0));
    }
    for (JsonNode child : node) {
      if (!isText(child)) {
        return false;
      }
    }
    return true;
  }

  private BadInput damaged(int line) {
    String format = layout.format().layout().word().toUpperCase(Locale.ROOT);
    return new BadInput(
        fileName + ", line " + line,
        "it is no well-formed " + format + ", or the file is cut",
        "Fetch the file again.");
  }

  @Override
  public long skipped() {
    return 0;
  }

  @Override
  public Instant statedTime() {
    return null;
  }
}
