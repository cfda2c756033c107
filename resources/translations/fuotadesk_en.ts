<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CheckCounts</name>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not known</source>
        <translation>
            <numerusform>%n not known</numerusform>
            <numerusform>%n not known</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FitnessText</name>
    <message numerus="yes">
        <source>Its last uplink was %n days ago.</source>
        <translation>
            <numerusform>Its last uplink was %n day ago.</numerusform>
            <numerusform>Its last uplink was %n days ago.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupAdviceText</name>
    <message numerus="yes">
        <source>The service takes a start that is %n hours ahead at most.</source>
        <translation>
            <numerusform>The service takes a start that is %n hour ahead at most.</numerusform>
            <numerusform>The service takes a start that is %n hours ahead at most.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HolderText</name>
    <message numerus="yes">
        <source>None of the %n tasks that were looked through holds “%1” any more.</source>
        <translation>
            <numerusform>The %n task that was looked through does not hold “%1” any more.</numerusform>
            <numerusform>None of the %n tasks that were looked through holds “%1” any more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecipientWords</name>
    <message numerus="yes">
        <source>%n devices were added</source>
        <translation>
            <numerusform>%n device was added</numerusform>
            <numerusform>%n devices were added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n devices were removed</source>
        <translation>
            <numerusform>%n device was removed</numerusform>
            <numerusform>%n devices were removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n multicast groups were added</source>
        <translation>
            <numerusform>%n multicast group was added</numerusform>
            <numerusform>%n multicast groups were added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n multicast groups were removed</source>
        <translation>
            <numerusform>%n multicast group was removed</numerusform>
            <numerusform>%n multicast groups were removed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fuotadesk::ActivityPage</name>
    <message numerus="yes">
        <source>%n changes, the newest first</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes, the newest first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fuotadesk::BrowseDialog</name>
    <message numerus="yes">
        <source>%n images found among %1</source>
        <translation>
            <numerusform>%n image found among %1</numerusform>
            <numerusform>%n images found among %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries in %1</source>
        <translation>
            <numerusform>%n entry in %1</numerusform>
            <numerusform>%n entries in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fuotadesk::CheckDesk</name>
    <message numerus="yes">
        <source>%n rows of the check failed.</source>
        <translation>
            <numerusform>%n row of the check failed.</numerusform>
            <numerusform>%n rows of the check failed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fuotadesk::DeviceDetails</name>
    <message numerus="yes">
        <source>%n devices are selected.</source>
        <translation>
            <numerusform>%n device is selected.</numerusform>
            <numerusform>%n devices are selected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fuotadesk::DevicePicker</name>
    <message numerus="yes">
        <source>Add %n devices</source>
        <translation>
            <numerusform>Add %n device</numerusform>
            <numerusform>Add %n devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fuotadesk::DeviceQueryDialog</name>
    <message numerus="yes">
        <source>At most %n characters.</source>
        <translation>
            <numerusform>At most %n character.</numerusform>
            <numerusform>At most %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fuotadesk::DevicesPage</name>
    <message numerus="yes">
        <source>%n devices</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n devices</source>
        <translation>
            <numerusform>%1 of %n device</numerusform>
            <numerusform>%1 of %n devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fuotadesk::DevicesPane</name>
    <message numerus="yes">
        <source>%1 of %n devices have the image, %2 failed, %3 are open.</source>
        <translation>
            <numerusform>%1 of %n device has the image, %2 failed, %3 are open.</numerusform>
            <numerusform>%1 of %n devices have the image, %2 failed, %3 are open.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fuotadesk::GroupDevicesPane</name>
    <message numerus="yes">
        <source>%n devices</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fuotadesk::GroupPicker</name>
    <message numerus="yes">
        <source>Add %n groups</source>
        <translation>
            <numerusform>Add %n group</numerusform>
            <numerusform>Add %n groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fuotadesk::GroupsPage</name>
    <message numerus="yes">
        <source>%n groups</source>
        <translation>
            <numerusform>%n group</numerusform>
            <numerusform>%n groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n groups</source>
        <translation>
            <numerusform>%1 of %n group</numerusform>
            <numerusform>%1 of %n groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fuotadesk::NextTask</name>
    <message numerus="yes">
        <source>This task is for the %n devices that failed (%1).</source>
        <translation>
            <numerusform>This task is for the %n device that failed (%1).</numerusform>
            <numerusform>This task is for the %n devices that failed (%1).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fuotadesk::PermissionsDialog</name>
    <message numerus="yes">
        <source>%n actions are missing.</source>
        <translation>
            <numerusform>%n action is missing.</numerusform>
            <numerusform>%n actions are missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n actions it could not be found out.</source>
        <translation>
            <numerusform>Of %n action it could not be found out.</numerusform>
            <numerusform>Of %n actions it could not be found out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fuotadesk::PickDialog</name>
    <message numerus="yes">
        <source>%n in the account</source>
        <translation>
            <numerusform>%n in the account</numerusform>
            <numerusform>%n in the account</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n in the account</source>
        <translation>
            <numerusform>%1 of %n in the account</numerusform>
            <numerusform>%1 of %n in the account</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fuotadesk::RecipientChoice</name>
    <message numerus="yes">
        <source>Remove %n devices from “%1”?</source>
        <translation>
            <numerusform>Remove %n device from “%1”?</numerusform>
            <numerusform>Remove %n devices from “%1”?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n multicast groups from “%1”?</source>
        <translation>
            <numerusform>Remove %n multicast group from “%1”?</numerusform>
            <numerusform>Remove %n multicast groups from “%1”?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fuotadesk::RecipientsDialog</name>
    <message numerus="yes">
        <source>Add %n devices</source>
        <translation>
            <numerusform>Add %n device</numerusform>
            <numerusform>Add %n devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No line of %n names a device.</source>
        <translation>
            <numerusform>The one line names no device.</numerusform>
            <numerusform>No line of %n names a device.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n devices found</source>
        <translation>
            <numerusform>%n device found</numerusform>
            <numerusform>%n devices found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines without a device</source>
        <translation>
            <numerusform>%n line without a device</numerusform>
            <numerusform>%n lines without a device</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not looked up yet</source>
        <translation>
            <numerusform>%n not looked up yet</numerusform>
            <numerusform>%n not looked up yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines could not be looked up; each says why.</source>
        <translation>
            <numerusform>%n line could not be looked up; it says why.</numerusform>
            <numerusform>%n lines could not be looked up; each says why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fuotadesk::RecipientsEdit</name>
    <message numerus="yes">
        <source>%n devices</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n multicast groups</source>
        <translation>
            <numerusform>%n multicast group</numerusform>
            <numerusform>%n multicast groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fuotadesk::RoleDialog</name>
    <message numerus="yes">
        <source>%n roles</source>
        <translation>
            <numerusform>%n role</numerusform>
            <numerusform>%n roles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n roles</source>
        <translation>
            <numerusform>%1 of %n role</numerusform>
            <numerusform>%1 of %n roles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fuotadesk::StartDialog</name>
    <message numerus="yes">
        <source>From the start on, these %n tasks can not be changed any more: neither what they send nor who gets it. All begin at the same time.</source>
        <translation>
            <numerusform>From the start on, this task can not be changed any more: neither what it sends nor who gets it.</numerusform>
            <numerusform>From the start on, these %n tasks can not be changed any more: neither what they send nor who gets it. All begin at the same time.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fuotadesk::TaskDetails</name>
    <message numerus="yes">
        <source>%n tasks are selected.</source>
        <translation>
            <numerusform>%n task is selected.</numerusform>
            <numerusform>%n tasks are selected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fuotadesk::TaskGroupsPane</name>
    <message numerus="yes">
        <source>%n multicast groups receive the image.</source>
        <translation>
            <numerusform>%n multicast group receives the image.</numerusform>
            <numerusform>%n multicast groups receive the image.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fuotadesk::TaskRemoval</name>
    <message numerus="yes">
        <source>Delete %n tasks?</source>
        <translation>
            <numerusform>Delete %n task?</numerusform>
            <numerusform>Delete %n tasks?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tasks were deleted.</source>
        <translation>
            <numerusform>%n task was deleted.</numerusform>
            <numerusform>%n tasks were deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fuotadesk::TaskStart</name>
    <message numerus="yes">
        <source>%n tasks are started. Their sessions begin at %1.</source>
        <translation>
            <numerusform>%n task is started. Its session begins at %1.</numerusform>
            <numerusform>%n tasks are started. Their sessions begin at %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fuotadesk::TasksPage</name>
    <message numerus="yes">
        <source>%n tasks</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n tasks</source>
        <translation>
            <numerusform>%1 of %n task</numerusform>
            <numerusform>%1 of %n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the status of %n is not read yet</source>
        <translation>
            <numerusform>the status of %n is not read yet</numerusform>
            <numerusform>the status of %n is not read yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the tags of %n are not read yet</source>
        <translation>
            <numerusform>the tags of %n are not read yet</numerusform>
            <numerusform>the tags of %n are not read yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fuotadesk::UploadsDesk</name>
    <message numerus="yes">
        <source>%n uploads of images were not finished.</source>
        <translation>
            <numerusform>%n upload of an image was not finished.</numerusform>
            <numerusform>%n uploads of images were not finished.</numerusform>
        </translation>
    </message>
</context>
</TS>
