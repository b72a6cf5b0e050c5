package io.github.tiercel.onnx;

import ai.onnxruntime.OnnxJavaType;
import java.util.Locale;

/** Types of tensors by the names that ONNX gives them. */
final class Types {

    private Types() {}

    static String name(OnnxJavaType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
