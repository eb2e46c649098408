package io.platelake.core.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShippedRegistersTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("basedir", "."), "..", "..", "schemas", "registers");

  @Test
  void shouldListEveryContractOfTheFolder() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<String> there =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".yaml"))
              .map(name -> name.replace(".yaml", ""))
              .sorted()
              .toList();
      assertEquals(there, List.copyOf(new TreeSet<>(ShippedRegisters.names())));
    }
  }

  /** A person is never more than the policy needs to know. */
  @Test
  void shouldKeepNoPrivateDataOfAUser() {
    RegisterContract users = ShippedRegisters.find("users").orElseThrow();
    for (String left : List.of("phone", "email", "first name", "last name")) {
      assertTrue(users.leftOut().contains(left), left);
    }
    for (String field : users.fields().keySet()) {
      assertTrue(
          !field.contains("phone") && !field.contains("mail") && !field.contains("birth"), field);
    }
  }

  @Test
  void shouldSayOfEachWhatItGatesAndWhereItComesFrom() {
    for (String name : ShippedRegisters.names()) {
      RegisterContract contract = ShippedRegisters.find(name).orElseThrow();
      assertTrue(!contract.gates().isEmpty(), name);
      assertTrue(contract.sources().contains(RegisterContract.Source.CSV), name);
    }
  }
}
