package io.guanxi.tenantadmin.signup;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignUpServletTest {

    private final List<String> calls = new ArrayList<>();

    @Test
    void whereSignUpIsSwitchedOffItHasNoPage() throws Exception {
        assertThat(visit(false)).containsExactly("sendError 404");
        assertThat(visit(true)).containsExactly("getRequestDispatcher /pages/signup/start.xhtml", "forward");
    }

    @Test
    void linksLeadToThePublicAddress() {
        assertThat(new SignUpSettings(true, "https://crm.example/").link("/signup"))
                .isEqualTo("https://crm.example/signup");
    }

    private List<String> visit(boolean open) throws ServletException, IOException {
        calls.clear();
        SignUpServlet servlet = new SignUpServlet();
        servlet.settings = new SignUpSettings(open, "https://crm.example");
        RequestDispatcher dispatcher = stand(RequestDispatcher.class, (proxy, method, args) -> {
            calls.add(method.getName());
            return null;
        });
        HttpServletRequest request = stand(HttpServletRequest.class, (proxy, method, args) -> {
            if (method.getName().equals("getRequestDispatcher")) {
                calls.add("getRequestDispatcher " + args[0]);
                return dispatcher;
            }
            return SignUpServlet.PATH;
        });
        HttpServletResponse response = stand(HttpServletResponse.class, (proxy, method, args) -> {
            if (method.getName().equals("sendError")) {
                calls.add("sendError " + args[0]);
            }
            return null;
        });
        servlet.service(request, response);
        return calls;
    }

    private static <T> T stand(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }
}
