package io.platelake.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlTreeTest {
  private static final Wanted WANTED = new Wanted(List.of("a", "b", "c"), List.of(), false);

  private static Optional<String> read(String xml) {
    return read(xml.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<String> read(byte[] xml) {
    return new XmlTree().read(xml, WANTED).map(tree -> tree.toString().replace('"', '\''));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<r><a>1</a><b> x </b></r> | {'a':'1','b':'x'}",
        "<r a='1'><b/></r> | {'a':'1','b':''}",
        "<r><a>1</a><a>2</a><a>3</a></r> | {'a':['1','2','3']}",
        "<r a='1'><a>2</a></r> | {'a':['1','2']}",
        "<r><b c='1'>x</b></r> | {'b':{'c':'1','#text':'x'}}",
        "<n:r xmlns:n='urn:n'><n:a n:b='1'>x</n:a></n:r> | {'a':{'b':'1','#text':'x'}}",
        "<r><unwanted><a>1</a></unwanted><a>2</a></r> | {'a':'2'}",
        "<r><a><![CDATA[<x>]]>&lt;&#65;</a></r> | {'a':'<x><A'}",
        "<r><n:a n:b='1' xmlns:b='urn:b'>1</n:a></r> | {'a':{'b':'1','#text':'1'}}",
        "<r><a xmlns='urn:b'>1</a></r> | {'a':'1'}",
        "<r>text</r> | {}",
      })
  void shouldShapeAnElementLikeADocument(String xml, String tree) {
    assertEquals(Optional.of(tree), read(xml));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE r><r><a>1</a></r>",
        "<!DOCTYPE r [<!ENTITY e 'x'>]><r><a>&e;</a></r>",
        "<!DOCTYPE r [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><r><a>&e;</a></r>",
        "<!DOCTYPE r SYSTEM 'http://127.0.0.1:9/r.dtd'><r><a>1</a></r>",
        "<!DOCTYPE r [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'><!ENTITY c '&b;&b;'>]><r><a>&c;</a></r>",
        "<r><a>&e;</a></r>",
        "<r><unwanted>&e;</unwanted></r>",
        "<r><a>1</b></r>",
        "<r><a>1</a></r><r/>",
        "<r><a>1</a>",
        "<r a='1' a='2'/>",
        "text",
        "",
      })
  void shouldReadNoEntityAndNothingMalformed(String xml) {
    assertEquals(Optional.empty(), read(xml));
  }

  @Test
  void shouldReadNothingTooDeep() {
    String deep = "<a>".repeat(100_000) + "</a>".repeat(100_000);
    assertEquals(Optional.empty(), read(deep));
    assertEquals(Optional.empty(), read("<r>" + deep.replace("a", "unwanted") + "</r>"));
    assertTrue(read("<a>".repeat(60) + "<b>1</b>" + "</a>".repeat(60)).isPresent());
  }

  @Test
  void shouldLoseOneFieldAndNotTheElementToABadByte() {
    byte[] latin = "<r><a>\u00C4</a><b>1</b></r>".getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(Optional.of("{'a':'\uFFFD','b':'1'}"), read(latin));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<r><a>1</b></r> | byte 9",
        "<r><a>ü</b></r> | byte 10",
        "<r><a>ü</a><b c=1/></r> | byte 17",
        "<r><a>&e;</a></r> | byte 9",
        "<r><a>1</a> | byte 11",
        "<!DOCTYPE r><r/> | byte 12",
        "<r><a>1</a></r> | ''",
      })
  void shouldSayAtWhichByteItBreaks(String xml, String at) {
    assertEquals(at, new XmlTree().faultyByte(xml.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void shouldStayInsideTheBytesWhereSomeAreNoUtf8() {
    byte[] bad = "<r><a>\u00FC\u00FC\u00FC</b></r>".getBytes(StandardCharsets.ISO_8859_1);
    assertEquals("byte " + bad.length, new XmlTree().faultyByte(bad));
  }
}
