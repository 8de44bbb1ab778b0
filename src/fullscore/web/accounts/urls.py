"""Addresses of the pages about people who sign in."""

from django.urls import path

from fullscore.web.accounts import arriving, belonging, oneself

urlpatterns = [
    path("", oneself.organisations, name="organisations"),
    path("sign-in/", arriving.sign_in, name="sign-in"),
    path("sign-out/", arriving.sign_out, name="sign-out"),
    path("link/<str:secret>/", arriving.link, name="link"),
    path("reset/", arriving.reset, name="reset"),
    path("me/", oneself.me, name="me"),
    path("me/name/", oneself.change_name, name="me-name"),
    path("me/email/", oneself.change_email, name="me-email"),
    path("me/password/", oneself.change_password, name="me-password"),
    path("o/<slug:org>/tokens/", oneself.list_and_make_tokens, name="tokens"),
    path("o/<slug:org>/tokens/<int:token>/revoke/", oneself.revoke_token, name="token-revoke"),
    path("o/<slug:org>/members/", belonging.list_and_invite, name="members"),
    path("o/<slug:org>/members/<int:membership>/role/", belonging.change_role, name="member-role"),
    path("o/<slug:org>/members/<int:membership>/deactivate/", belonging.deactivate, name="member-deactivate"),
]
