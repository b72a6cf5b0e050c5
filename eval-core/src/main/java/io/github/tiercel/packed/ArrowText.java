package io.github.tiercel.packed;

import io.github.tiercel.arrow.ArrowMessages;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Texts as Arrow has them: where each begins and the last ends, in 4 bytes each, and then all of them in UTF-8. */
final class ArrowText {

    private final int count;
    private final ByteBuffer body;

    private ArrowText(int count, ByteBuffer body) {
        this.count = count;
        this.body = body;
    }

    static ArrowText of(List<String> texts) {
        List<byte[]> encoded = texts.stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
        int bytes = encoded.stream().mapToInt(text -> text.length).reduce(0, Math::addExact);
        ByteBuffer body = ByteBuffer.allocate(offsetBytes(texts.size()) + ArrowMessages.padded(bytes))
                .order(ByteOrder.LITTLE_ENDIAN);
        int end = 0;
        for (int i = 0; i < encoded.size(); i++) {
            body.putInt(i * Integer.BYTES, end);
            body.put(offsetBytes(texts.size()) + end, encoded.get(i));
            end += encoded.get(i).length;
        }
        body.putInt(texts.size() * Integer.BYTES, end);
        return new ArrowText(texts.size(), body);
    }

    /** Texts in bytes that were read; what does not lie within them is an {@link IndexOutOfBoundsException}. */
    static List<String> read(int count, ByteBuffer body) {
        List<String> texts = new ArrayList<>();
        int start = offsetBytes(count);
        for (int i = 0; i < count; i++) {
            int from = body.getInt(i * Integer.BYTES);
            byte[] text = new byte[Math.max(0, body.getInt((i + 1) * Integer.BYTES) - from)];
            body.get(start + from, text);
            texts.add(new String(text, StandardCharsets.UTF_8));
        }
        return texts;
    }

    /** The length of the offsets, padded. */
    static int offsetBytes(int count) {
        return ArrowMessages.padded((count + 1) * Integer.BYTES);
    }

    int count() {
        return count;
    }

    /** The length of the texts, padded. */
    int textBytes() {
        return body.capacity() - offsetBytes(count);
    }

    ByteBuffer body() {
        return body.duplicate().order(ByteOrder.LITTLE_ENDIAN).clear();
    }
}
