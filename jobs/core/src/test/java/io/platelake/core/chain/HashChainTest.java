package io.platelake.core.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.platelake.core.chain.HashChain.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashChainTest {
  @Test
  void shouldHashAsAShellDoes() {
    // printf '%064d\n%s' 0 '{"n":0}' | sha256sum
    assertEquals(
        "92f432cb3d2c635a5bff64112bcadee3ace7d13d4282178965f45ab001aaa97c",
        HashChain.append(HashChain.GENESIS, Map.of("n", 0)).hash());
  }

  @Test
  void shouldAcceptAnIntactChainAndAnEmptyOne() {
    assertEquals(OptionalInt.empty(), HashChain.verify(chain(5)));
    assertEquals(OptionalInt.empty(), HashChain.verify(List.of()));
    List<Link> all = chain(5);
    assertEquals(OptionalInt.empty(), HashChain.verify(all.get(2).prevHash(), all.subList(2, 5)));
  }

  @Test
  void shouldNameTheFirstBrokenLink() {
    assertEquals(2, firstBroken(links -> links.set(2, edited(links.get(2)))));
    assertEquals(2, firstBroken(links -> links.remove(2)));
    assertEquals(0, firstBroken(links -> links.remove(0)));
    assertEquals(3, firstBroken(links -> links.add(3, links.get(2))));
    assertEquals(1, firstBroken(links -> links.add(1, links.remove(2))));
    // An edited row with its own hash made right breaks the next one.
    assertEquals(
        3,
        firstBroken(
            links -> links.set(2, HashChain.append(links.get(2).prevHash(), Map.of("n", 9)))));
  }

  @Property(tries = 100)
  void shouldFindAnyEditedRow(@ForAll @IntRange(min = 1, max = 20) int size, @ForAll int where) {
    List<Link> links = new ArrayList<>(chain(size));
    int index = Math.floorMod(where, size);
    links.set(index, edited(links.get(index)));
    assertEquals(OptionalInt.of(index), HashChain.verify(links));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "ABCDEF", "zz"})
  void shouldRefuseWhatIsNoHash(String prevHash) {
    assertThrows(IllegalArgumentException.class, () -> HashChain.hash(prevHash, "{}"));
  }

  private static int firstBroken(Consumer<List<Link>> tampering) {
    List<Link> links = new ArrayList<>(chain(5));
    tampering.accept(links);
    return HashChain.verify(links).orElse(-1);
  }

  private static Link edited(Link link) {
    return new Link(link.prevHash(), link.json().replace("{", "{\"x\":1,"), link.hash());
  }

  private static List<Link> chain(int size) {
    List<Link> links = new ArrayList<>();
    String last = HashChain.GENESIS;
    for (int n = 0; n < size; n++) {
      links.add(HashChain.append(last, Map.of("n", n)));
      last = links.get(n).hash();
    }
    return links;
  }
}
