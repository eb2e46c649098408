package io.platelake.core.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SigningKeyTest {
  /** RFC 8032, section 7.1, tests 1 and 2; the message of the third is no UTF-8. */
  @ParameterizedTest
  @CsvSource({
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
        + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',"
        + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
        + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,r,"
        + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
  })
  void shouldSignAsTheStandardDoes(String secret, String open, String text, String signature) {
    SigningKey key =
        SigningKey.ofPem(
            Pem.text("PRIVATE KEY", hex("302e020100300506032b657004220420" + secret))
                + Pem.text("PUBLIC KEY", hex("302a300506032b6570032100" + open)));
    assertEquals(
        signature, HexFormat.of().formatHex(Base64.getDecoder().decode(key.sign(text).value())));
    assertTrue(key.checking().accepts(text, key.sign(text)));
  }

  @Test
  void shouldAcceptOnlyWhatItSigned() {
    SigningKey key = SigningKey.create();
    Signature signature = key.sign("certificate 7");
    assertTrue(key.checking().accepts("certificate 7", signature));
    assertFalse(key.checking().accepts("certificate 8", signature));
    assertFalse(SigningKey.create().checking().accepts("certificate 7", signature));
    assertFalse(
        key.checking().accepts("certificate 7", new Signature(signature.key(), "not Base64!")));
    // The right bytes under the name of another key.
    assertFalse(
        key.checking().accepts("certificate 7", new Signature("0".repeat(16), signature.value())));
  }

  @Test
  void shouldComeBackFromItsFile() {
    SigningKey key = SigningKey.create();
    SigningKey again = SigningKey.ofPem(key.pem());
    assertEquals(key.checking().id(), again.checking().id());
    assertEquals(key.sign("text"), again.sign("text"));
    assertEquals(key.checking().id(), CheckingKey.ofPem(key.checking().pem()).id());
    assertNotEquals(key.checking().id(), SigningKey.create().checking().id());
    assertEquals("signing key " + key.checking().id(), key.toString());
  }

  @Test
  void shouldRefuseWhatIsNoKey() {
    SigningKey key = SigningKey.create();
    String alone = key.pem().substring(0, key.pem().indexOf("-----BEGIN PUBLIC"));
    assertEquals("no block BEGIN PUBLIC KEY", why(alone));
    assertEquals("no block BEGIN PRIVATE KEY", why(key.checking().pem()));
    assertEquals("no Ed25519 public key", why(Pem.text("PUBLIC KEY", new byte[44]) + alone));
    assertEquals(
        "its private and public key do not belong together",
        why(alone + SigningKey.create().checking().pem()));
  }

  private static String why(String pem) {
    return assertThrows(IllegalArgumentException.class, () -> SigningKey.ofPem(pem)).getMessage();
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }
}
