package io.platelake.core.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.BadInput;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterFileTest {
  private static final RegisterContract USERS = ShippedRegisters.find("users").orElseThrow();

  @Test
  void shouldReadEveryShippedContract() {
    for (String name : ShippedRegisters.names()) {
      assertEquals(name, ShippedRegisters.find(name).orElseThrow().register());
    }
    assertEquals(Optional.empty(), ShippedRegisters.find("nothing"));
  }

  @Test
  void shouldReadARowWithTheSpellingsOfDirectories() {
    List<RegisterRow> rows =
        RegisterFile.csv(
            USERS,
            """
            Username,Person_ID,Kind,Roles,Status,Last Login,Phone,valid_from,valid_to
            C.Okafor,p-7,Employee,Patrol Officers;detectives,Enabled,2026-05-31,555,2026-01-01,2027-01-01T08:00:00Z
            """,
            "u.csv");
    assertEquals(
        List.of(
            new RegisterRow(
                "c.okafor",
                Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
                Optional.of(Instant.parse("2027-01-01T08:00:00Z")),
                Map.of(
                    "user_id", "c.okafor",
                    "person_id", "p-7",
                    "kind", "internal",
                    "roles", "detectives;patrol_officers",
                    "status", "active",
                    "last_used", "2026-05-31T00:00:00Z"),
                false,
                "Register file u.csv, line 2")),
        rows);
  }

  @Test
  void shouldNameEveryMistakeWithItsPlaceAndQuoteNoValue() {
    BadInput mistakes =
        assertThrows(
            BadInput.class,
            () ->
                RegisterFile.csv(
                    USERS,
                    """
                    user_id,person_id,kind,status,ssn,valid_from,valid_to
                    secretvalue one,p-1,internal,active,,,
                    ,p-2,internal,active,,,
                    b,p-3,secretkind,active,,,
                    c,p-4,internal,active,,yesterday,
                    d,p-5,internal,active,,2026-02-01,2026-01-01
                    e,p-6,internal,active,,,
                    E,p-7,internal,active,,,
                    """,
                    "u.csv"));
    String all = mistakes.getMessage();
    for (String expected :
        List.of(
            "line 2: user_id is not an id",
            "line 3: user_id is missing",
            "line 4: kind has an unknown value",
            "line 5: valid_from is no date",
            "line 6: valid_to is not after valid_from",
            "line 8: user_id repeats an earlier row",
            "header: column ssn is unknown")) {
      assertTrue(all.contains(expected), () -> expected + " in\n" + all);
    }
    assertFalse(all.contains("secret"), all);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "guest",
        "shared",
        "patrol1",
        "dispatch",
        "PATROL-2",
        "front.desk",
        "admin",
        "officer7",
        "team_a",
        "unit12",
        "training.user",
        "guest@agency.example",
        "AGENCY\\patrol",
        "detectives"
      })
  void shouldRefuseAGenericOrSharedAccount(String account) {
    assertThrows(BadInput.class, () -> one(account), account);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c.okafor",
        "jdesk",
        "chief.wiggins",
        "guestrin",
        "p.testa",
        "m.patrolli",
        "sam.unitas",
        "AGENCY\\jdoe",
        "jane.doe@police.example",
        "airflow",
        "a.root",
        "7781"
      })
  void shouldTakeTheAccountOfAPerson(String account) {
    assertEquals(1, one(account).size());
  }

  private static List<RegisterRow> one(String account) {
    return RegisterFile.csv(
        USERS, "user_id,person_id,kind,status\n" + account + ",p-1,internal,active\n", "u.csv");
  }

  @Test
  void shouldReadTheUsersOfADirectory() {
    List<RegisterRow> rows =
        ScimUsers.read(
            USERS,
            """
            {"schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"], "totalResults": 2,
             "Resources": [
              {"userName": "C.Okafor", "externalId": "p-7", "userType": "Employee", "active": true,
               "roles": [{"value": "detectives"}, {"value": "Patrol Officers"}],
               "phoneNumbers": [{"value": "555-0100"}],
               "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"department": "North"}},
              {"userName": "d.ruiz", "externalId": "p-8", "userType": "Contractor", "active": false}]}
            """,
            "users.json");
    assertEquals("detectives;patrol_officers", rows.get(0).values().get("roles"));
    assertEquals("North", rows.get(0).values().get("unit"));
    assertEquals("supervised", rows.get(1).values().get("kind"));
    assertEquals("suspended", rows.get(1).values().get("status"));
    assertFalse(rows.get(0).values().toString().contains("555"), "no telephone number is kept");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "{\"totalResults\": 0, \"Resources\": []}",
        "{\"totalResults\": 2, \"Resources\": [{\"userName\": \"c\", \"externalId\": \"p\","
            + " \"userType\": \"employee\", \"active\": true}]}",
        "{\"totalResults\": 1, \"Resources\": [{\"userName\": \"guest\", \"externalId\": \"p\","
            + " \"userType\": \"employee\", \"active\": true}]}",
        "{\"totalResults\": 1, \"totalResults\": 1, \"Resources\": [{}]}"
      })
  void shouldRefuseAListThatIsNotWhole(String text) {
    assertThrows(BadInput.class, () -> ScimUsers.read(USERS, text, "users.json"));
  }

  @Test
  void shouldAskForTheEndOfAGrant() {
    RegisterContract grants = ShippedRegisters.find("grants").orElseThrow();
    String header = "user_id,grant_id,purposes,office,approved_by,approved_at,ends\n";
    String row = "c.okafor,g-1,criminal,chief,p-1,2026-01-01,";
    assertEquals(
        Optional.of(Instant.parse("2026-07-01T00:00:00Z")),
        RegisterFile.csv(grants, header + row + "2026-07-01\n", "g.csv").get(0).to());
    BadInput open =
        assertThrows(BadInput.class, () -> RegisterFile.csv(grants, header + row + "\n", "g.csv"));
    assertTrue(open.getMessage().contains("ends is missing"), open.getMessage());
    assertThrows(
        BadInput.class,
        () ->
            RegisterFile.csv(
                grants, header + row.replace("c.okafor", "everybody") + "2026-07-01\n", "g.csv"));
  }

  /** A register that nobody thought of: a file and no line of code. */
  @Test
  void shouldReadARegisterOfTheAgencysOwn() {
    RegisterContract own =
        RegisterContract.read(
            """
            register: vehicles
            meaning: vehicles of the agency
            key: [vehicle_id]
            gates: [audits]
            sources: [csv]
            fields:
              vehicle_id: {type: id, required: true, meaning: number}
              unit: {type: choice, values: [north, south], meaning: unit}
            """,
            "vehicles.yaml");
    List<RegisterRow> rows = RegisterFile.csv(own, "vehicle_id,unit\nv-1,North\n", "v.csv");
    assertEquals(Map.of("vehicle_id", "v-1", "unit", "north"), rows.get(0).values());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "key: [nothing]",
        "key: [note]",
        "gates: []",
        "sources: [ldap]",
        "sources: [scim]",
        "validity: {form: a}",
      })
  void shouldRefuseAContractThatContradictsItself(String line) {
    String name = line.substring(0, line.indexOf(':'));
    String contract =
        """
        register: vehicles
        meaning: vehicles of the agency
        key: [vehicle_id]
        gates: [audits]
        sources: [csv]
        fields:
          vehicle_id: {type: id, required: true, meaning: number}
          note: {type: text, meaning: a note}
        """;
    String wrong =
        contract.contains("\n" + name + ":")
            ? contract.replaceAll("(?m)^" + name + ":.*$", line)
            : contract + line + "\n";
    BadInput e = assertThrows(BadInput.class, () -> RegisterContract.read(wrong, "v.yaml"));
    assertTrue(e.getMessage().startsWith("v.yaml, line "), e.getMessage());
  }
}
