package org.leye.platform.identity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class SecretsOfPeopleTest {

    private static final String NUMBER = "330282197503150021";

    @Test
    void aPersonHasOneKeyUnderOnePepper() {
        var keys = PersonKeys.of(bytes("a pepper of more than 32 bytes in all"));
        assertEquals(keys.forIdNumber("33028219850505007x"), keys.forIdNumber("33028219850505007X"));
        assertNotEquals(keys.forIdNumber(NUMBER), keys.forIdNumber("330282196611054518"));
        var others = PersonKeys.of(bytes("another pepper of more than 32 bytes!"));
        assertNotEquals(keys.forIdNumber(NUMBER), others.forIdNumber(NUMBER));
    }

    @Test
    void aSealedValueNamesItsKeyAndIsNeverTheSameTwice() {
        var cipher = new FieldCipher("k1:" + key("first"), key("pepper"));
        var sealed = cipher.seal(NUMBER);
        assertTrue(sealed.startsWith("k1.A256GCM."));
        assertNotEquals(sealed, cipher.seal(NUMBER));
        assertEquals(NUMBER, cipher.openText(sealed));
    }

    @Test
    void oldValuesOpenAfterAKeyWasAddedInFront() {
        var sealed = new FieldCipher("k1:" + key("first"), key("pepper")).seal(NUMBER);
        var rotated = new FieldCipher("k2:" + key("second") + ",k1:" + key("first"), key("pepper"));
        assertEquals(NUMBER, rotated.openText(sealed));
        assertTrue(rotated.seal(NUMBER).startsWith("k2."));
    }

    @Test
    void aValueSealedAnewSaysTheSameUnderTheNewKey() {
        var old = new FieldCipher("k1:" + key("first"), key("pepper")).seal(NUMBER);
        var rotated = new FieldCipher("k2:" + key("second") + ",k1:" + key("first"), key("pepper"));
        var anew = rotated.sealAnew(old);
        assertEquals(NUMBER, new FieldCipher("k2:" + key("second"), key("pepper")).openText(anew));
    }

    @Test
    void aFingerprintOutlivesEveryDataKey() {
        var before = new FieldCipher("k1:" + key("first"), key("pepper"));
        var after = new FieldCipher("k2:" + key("second"), key("pepper"));
        assertArrayEquals(before.fingerprint(bytes(NUMBER)), after.fingerprint(bytes(NUMBER)));
    }

    @Test
    void twoKeysOfOneNameAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new FieldCipher("k1:" + key("first") + ",k1:" + key("second"), key("pepper")));
    }

    @Test
    void aChangedValueDoesNotOpen() {
        var cipher = new FieldCipher("k1:" + key("first"), key("pepper"));
        var sealed = cipher.seal(NUMBER);
        var middle = sealed.length() / 2;
        var changed =
                sealed.substring(0, middle) + (sealed.charAt(middle) == 'A' ? 'B' : 'A') + sealed.substring(middle + 1);
        assertThrows(IllegalStateException.class, () -> cipher.open(changed));
    }

    @Test
    void masksWhatIsShown() {
        assertEquals("330282********0021", Masking.idNumber(NUMBER));
        assertEquals("138****1234", Masking.phone("13812341234"));
        assertEquals("王**", Masking.name("王小芳"));
        assertEquals("𠮷*", Masking.name("𠮷田"));
        assertEquals("王*", Masking.name("王"));
    }

    @Test
    void laterRecordsSortBehindEarlierOnes() throws InterruptedException {
        var first = RecordId.next("case");
        long then = System.currentTimeMillis();
        while (System.currentTimeMillis() <= then) {
            Thread.onSpinWait();
        }
        var second = RecordId.next("case");
        assertTrue(first.compareTo(second) < 0, first + " " + second);
        var many = IntStream.range(0, 10_000)
                .mapToObj(i -> RecordId.next("case"))
                .distinct()
                .count();
        assertEquals(10_000, many);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String key(String name) {
        return Base64.getEncoder().encodeToString(bytes((name + " key of thirty-two bytes, padded").substring(0, 32)));
    }
}
