package io.platelake.core.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.BadInput;
import io.platelake.core.policy.PolicyFiles;
import io.platelake.core.register.RegisterContract;
import io.platelake.core.register.RegisterFile;
import io.platelake.core.register.ShippedRegisters;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterFitTest {
  private static final String USERS = "user_id,person_id,kind,roles,permissions,status,os_user\n";
  private static final String GRANTS =
      "user_id,grant_id,purposes,office,approved_by,approved_at,ends,direct_access\n";

  /** Who is not on the policy's list of roles gets no account. */
  @ParameterizedTest
  @CsvSource({
    "ca-westmorland-462, sworn_officers, true",
    "ca-westmorland-462, dispatchers, true",
    "ca-westmorland-462, analysts, true",
    "ca-westmorland-462, maintenance_vendors, true",
    "ca-westmorland-462, volunteers, false",
    "wa-city, department_personnel, true",
    "wa-city, sworn_officers, false",
  })
  void shouldKnowTheRolesOfThePolicy(String policy, String role, boolean known) {
    String row = "c.okafor,p-7,internal," + role + ",look,active,\n";
    assertEquals(
        known ? "" : "roles names no role of the policy", fault("users", USERS + row, policy));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "airflow,p-1,service,,operate;purge,active, | ''",
        "airflow,p-1,service,,operate;approve,active, | permissions gives a service approve",
        "airflow,p-1,service,,look,active, | permissions gives a service look",
        "airflow,p-1,service,department_personnel,operate,active, | roles gives a service a role",
      })
  void shouldLetAServiceWorkAndNothingElse(String row, String fault) {
    assertEquals(fault, fault("users", USERS + row + "\n", "wa-city"));
  }

  @Test
  void shouldRefuseOneLoginOfTwoPersons() {
    String rows = "a.one,p-1,internal,,,active,shell\nb.two,p-2,internal,,,active,shell\n";
    assertEquals("os_user belongs to another person too", fault("users", USERS + rows, "wa-city"));
    String same = "a.one,p-1,internal,,,active,shell\na.two,p-1,internal,,,active,shell\n";
    assertEquals("", fault("users", USERS + same, "wa-city"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "guidelines | criminal | chief_executive | | ''",
        "guidelines | criminal | sergeant        | | office may not give it",
        "guidelines | parking  | chief_executive | | purposes names no purpose of the policy",
        "guidelines | criminal | chief_executive | true | direct_access is not known to the policy",
        "wa-city    | criminal | chief           | true | ''",
        "wa-city    | criminal | captain         | true | office may not give it",
      })
  void shouldKnowWhoMayGrant(
      String policy, String purpose, String office, String direct, String fault) {
    String row =
        String.join(
            ",",
            "c.okafor",
            "g-1",
            purpose,
            office,
            "p-1",
            "2026-01-01",
            "2026-07-01",
            direct == null ? "" : direct);
    assertEquals(fault, fault("grants", GRANTS + row + "\n", policy));
  }

  @Test
  void shouldKnowTheTopicsOfTraining() {
    String header = "person_id,course,completed_on,topics\n";
    assertEquals("", fault("training", header + "p-7,c-1,2026-01-01,policy;privacy\n", "wa-city"));
    assertEquals(
        "topics names no topic of the policy",
        fault("training", header + "p-7,c-1,2026-01-01,privcy\n", "wa-city"));
  }

  @Test
  void shouldRefuseAKeyThatIsNone() {
    String header = "key_id,public_key,issuer\n";
    assertEquals(
        "public_key is no Ed25519 key",
        fault("signing_keys", header + "0a,AAAA,door\n", "wa-city"));
  }

  private static String fault(String register, String csv, String policy) {
    RegisterContract contract = ShippedRegisters.find(register).orElseThrow();
    try {
      RegisterFit.check(
          contract,
          RegisterFile.csv(contract, csv, "f.csv"),
          Optional.of(PolicyFiles.pack(policy).rules()));
      return "";
    } catch (BadInput e) {
      assertTrue(e.getMessage().startsWith("Register file f.csv, line "), e.getMessage());
      return List.of(e.getMessage().split(": ")).get(1).split("\\. ")[0];
    }
  }

  @Test
  void shouldJudgeNoNamesWithoutAPolicy() {
    RegisterContract users = ShippedRegisters.find("users").orElseThrow();
    var rows =
        RegisterFile.csv(users, USERS + "c.okafor,p-7,internal,anything,look,active,\n", "f.csv");
    RegisterFit.check(users, rows, Optional.empty());
    assertThrows(
        BadInput.class,
        () -> RegisterFit.check(users, rows, Optional.of(PolicyFiles.pack("wa-city").rules())));
  }
}
