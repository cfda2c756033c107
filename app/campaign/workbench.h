#pragma once

namespace fuotadesk {

class AccountServices;
class ActivityList;
class BucketBrowser;
class Clock;
class DeviceChecks;
class DeviceList;
class DeviceLook;
class DraftSheet;
class GroupCreation;
class GroupList;
class GroupSessionWatch;
class ImageLook;
class ImageProbe;
class ImageUpload;
class Memberships;
class MfaQuestions;
class PreflightCheck;
class RecoveryForecast;
class RoleList;
class SandboxControl;
class Session;
class SsoSignIn;
class Submission;
class SuggestionSearch;
class TaskList;
class TaskWatch;
class TemplateShelf;
class UnfinishedDraft;
class UploadShelf;
class WhoAmI;
class WindowMemory;

// The use cases a window works with, introduced to each other by ui/wiring. All outlive the window.
struct Workbench {
    const Clock& clock;
    Session& session;
    WhoAmI& whoAmI;
    MfaQuestions& questions;
    SsoSignIn& signIn;
    TaskList& tasks;
    TaskWatch& watch;
    Memberships& memberships;
    DeviceList& devices;
    DeviceChecks& checks;
    DeviceLook& look;
    GroupList& groups;
    GroupCreation& groupCreation;
    GroupSessionWatch& groupSession;
    DeviceList& groupDevices; // of the selected group
    DraftSheet& sheet;
    UnfinishedDraft& unfinished;
    Submission& submission;
    TemplateShelf& templates;
    ImageProbe& images;
    WindowMemory& window;
    RecoveryForecast& forecast;
    SuggestionSearch& suggestions;
    ActivityList& activity;
    SandboxControl& sandbox;
    AccountServices& services;
    ImageLook& imageLook;
    BucketBrowser& buckets;
    ImageUpload& upload;
    UploadShelf& uploads;
    RoleList& roles;
    PreflightCheck& preflight;
};

} // namespace fuotadesk
