package io.github.tiercel.faults;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttributeView;

/** Attributes of a file: the rule is asked before they are read or set. */
record FaultyView(FaultyFileSystem system, Path file, FileAttributeView real) implements InvocationHandler {

    static <V extends FileAttributeView> V of(FaultyFileSystem system, Path file, Class<V> type, V real) {
        if (real == null) {
            // The default file system has no such attributes.
            return null;
        }
        Object view = Proxy.newProxyInstance(
                FaultyView.class.getClassLoader(), new Class<?>[] {type}, new FaultyView(system, file, real));
        return type.cast(view);
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        boolean sets = method.getName().startsWith("set");
        boolean asks =
                sets || method.getName().startsWith("read") || method.getName().startsWith("get");
        if (asks && system.before(sets ? FileAction.SET_ATTRIBUTES : FileAction.STAT, file) == FileEffect.DROPPED) {
            return null;
        }
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
